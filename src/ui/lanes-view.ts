/** How closely the lanes are looked at, and where. Follows the playhead until moved. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Extent } from '../viz/extent.ts';

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
  /** This part and no other. */
  readonly show: (extent: Extent) => void;
  /** This part, with a little around it; false: that is what is seen already. */
  readonly fitTo: (extent: Extent) => boolean;
  /** Told after each drawing: what is seen, and between which zooms. */
  readonly drawn: (extent: Extent, zooms: Zooms) => void;
}

export interface Zooms {
  /** How much is seen at zoom 1. */
  readonly seen: number;
  /** All of it is seen. */
  readonly min: number;
  readonly max: number;
}

const START: LanesViewState = { zoom: 1, centre: null };

export function createLanesView(): LanesView {
  const store = createStore<LanesViewState>(() => START);
  let last: Extent = { from: 0, to: 1 };
  let zooms: Zooms = { seen: 1, min: 1, max: 64 };
  const clamped = (zoom: number) => Math.min(zooms.max, Math.max(zooms.min, zoom));
  const show = ({ from, to }: Extent) =>
    store.setState({ zoom: clamped(zooms.seen / Math.max(1e-9, to - from)), centre: (from + to) / 2 });
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
    fit: () => store.setState({ zoom: zooms.min, centre: null }),
    show,
    fitTo: ({ from, to }) => {
      const air = Math.max(1, (to - from) * 0.03);
      const wanted = { from: Math.max(0, from - air), to: to + air };
      const isNear = (a: number, b: number) => Math.abs(a - b) <= air * 2;
      if (isNear(last.from, wanted.from) && isNear(last.to, wanted.to)) return false;
      show(wanted);
      return true;
    },
    drawn: (extent, limits) => {
      last = extent;
      zooms = limits;
    },
  };
}
