/** How closely the lanes are looked at, and where. Follows the playhead until moved. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type Extent, ZOOM_MAX } from '../viz/extent.ts';

export interface LanesViewState {
  readonly zoom: number;
  /** In steps or microseconds; null follows the playhead. */
  readonly centre: number | null;
}

export interface LanesView {
  readonly use: () => LanesViewState;
  readonly zoomBy: (factor: number) => void;
  /** `share`: where in the window, 0 to 1, stays where it is. */
  readonly zoomAt: (factor: number, extent: Extent, share: number) => void;
  readonly moveTo: (centre: number) => void;
  /** By a part of the window, which must have been drawn once. */
  readonly moveBy: (share: number) => void;
  readonly follow: () => void;
  readonly fit: () => void;
  /** Told after each drawing: what is seen, and the zoom at which all would be. */
  readonly drawn: (extent: Extent, zoomToFit: number) => void;
}

const START: LanesViewState = { zoom: 1, centre: null };

export function createLanesView(): LanesView {
  const store = createStore<LanesViewState>(() => START);
  let last: Extent = { from: 0, to: 1 };
  let zoomMin = 1;
  const clamped = (zoom: number) => Math.min(ZOOM_MAX, Math.max(zoomMin, zoom));
  return {
    use: () => useStore(store),
    zoomBy: (factor) => store.setState(({ zoom }) => ({ zoom: clamped(zoom * factor) })),
    zoomAt: (factor, extent, share) => {
      const span = extent.to - extent.from;
      const fixed = extent.from + span * share;
      const next = span / factor;
      store.setState(({ zoom }) => ({ zoom: clamped(zoom * factor), centre: fixed + next * (0.5 - share) }));
    },
    moveTo: (centre) => store.setState({ centre }),
    moveBy: (share) => store.setState({ centre: (last.from + last.to) / 2 + (last.to - last.from) * share }),
    follow: () => store.setState({ centre: null }),
    fit: () => store.setState({ zoom: zoomMin, centre: null }),
    drawn: (extent, zoomToFit) => {
      last = extent;
      zoomMin = zoomToFit;
    },
  };
}
