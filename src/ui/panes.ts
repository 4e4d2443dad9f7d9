/** How large the reader has made the panes: shares of what they stand in, remembered for each layout. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Page } from './page.ts';

export const PANE_NAMES = ['code', 'lanes', 'bottom'] as const;
export type PaneName = (typeof PANE_NAMES)[number];
/** `wide`: code beside the pictures. `stacked`: one below the other, and the page scrolls. */
export const LAYOUTS = ['wide', 'stacked'] as const;
export type Layout = (typeof LAYOUTS)[number];
export const WIDE = '(width >= 1100px)';

/** In percent of the frame around it, or of the window's height where panes are stacked; absent: as designed. */
export type PaneSizes = Readonly<Partial<Record<PaneName, number>>>;

export interface Panes extends StoreApi<Readonly<Record<Layout, PaneSizes>>> {
  /** Null: as designed. */
  readonly resize: (layout: Layout, pane: PaneName, percent: number | null) => void;
  /** All of them at once; a pane that is absent is as designed. */
  readonly arrange: (layout: Layout, sizes: PaneSizes) => void;
  /** What each has now, in percent, whoever gave it that; its border keeps it true. */
  readonly shares: Map<PaneName, number>;
}

/** No pane becomes so small that it cannot be found again. */
const RANGES: Readonly<Record<Layout, Readonly<Record<PaneName, readonly [min: number, max: number]>>>> = {
  wide: { code: [20, 70], lanes: [15, 80], bottom: [10, 60] },
  stacked: { code: [20, 90], lanes: [15, 90], bottom: [20, 90] },
};

export function rangeOf(layout: Layout, pane: PaneName): readonly [min: number, max: number] {
  return RANGES[layout][pane];
}

/** Rounded to a tenth, so that a drag is smooth and what is kept is short. */
export function clampSize(layout: Layout, pane: PaneName, percent: number): number {
  const [min, max] = rangeOf(layout, pane);
  return Math.round(Math.min(max, Math.max(min, percent)) * 10) / 10;
}

/** Where a key moves the border of a pane; null for the designed place, undefined when it is no key of a border. */
export function keyedSize(key: string, now: number, [min, max]: readonly [number, number]): number | null | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return now + 2;
    case 'ArrowLeft':
    case 'ArrowUp':
      return now - 2;
    case 'PageDown':
      return now + 10;
    case 'PageUp':
      return now - 10;
    case 'Home':
      return min;
    case 'End':
      return max;
    case 'Enter':
      return null;
    default:
      return undefined;
  }
}

export function createPanes(page: Page): Panes {
  const read = (layout: Layout) => sizesFrom(layout, page.remember(keyOf(layout)));
  const store = createStore<Readonly<Record<Layout, PaneSizes>>>(() => ({
    wide: read('wide'),
    stacked: read('stacked'),
  }));
  const arrange = (layout: Layout, sizes: PaneSizes) => {
    store.setState({ [layout]: sizes });
    page.keep(keyOf(layout), Object.keys(sizes).length === 0 ? undefined : JSON.stringify(sizes));
  };
  const resize = (layout: Layout, pane: PaneName, percent: number | null) => {
    const { [pane]: _, ...others } = store.getState()[layout];
    arrange(layout, percent === null ? others : { ...others, [pane]: clampSize(layout, pane, percent) });
  };
  return { ...store, resize, arrange, shares: new Map() };
}

function keyOf(layout: Layout): string {
  return `panes.${layout}`;
}

/** Anything else than our own text is as good as nothing. */
function sizesFrom(layout: Layout, text: string | undefined): PaneSizes {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? '{}');
  } catch {
    return {};
  }
  if (typeof parsed !== 'object' || parsed === null) return {};
  const entries = new Map<string, unknown>(Object.entries(parsed));
  return Object.fromEntries(
    PANE_NAMES.flatMap((pane) => {
      const size = entries.get(pane);
      return typeof size === 'number' && Number.isFinite(size) ? [[pane, clampSize(layout, pane, size)]] : [];
    }),
  );
}
