/** Sizes of panes that go well together, each with what it is good for. */
import type { Layout, PaneName, PaneSizes } from './panes.ts';

export interface PaneLayout {
  readonly name: string;
  readonly use: string;
  readonly sizes: Readonly<Record<Layout, PaneSizes>>;
}

export const PANE_LAYOUTS: readonly PaneLayout[] = [
  { name: 'As designed', use: 'All in view', sizes: { wide: {}, stacked: {} } },
  {
    name: 'Code',
    use: 'Room to write',
    sizes: { wide: { code: 60, lanes: 40, bottom: 16 }, stacked: { code: 80, lanes: 30 } },
  },
  {
    name: 'Pictures',
    use: 'On a projector, and for many lanes',
    sizes: { wide: { code: 28, lanes: 52, bottom: 10 }, stacked: { code: 30, lanes: 60 } },
  },
  {
    name: 'Words',
    use: 'Steps, values and messages',
    sizes: { wide: { code: 39, lanes: 40, bottom: 52 }, stacked: { code: 30, lanes: 30, bottom: 80 } },
  },
];

export const PANE_WORDS: Readonly<Record<PaneName, string>> = {
  code: 'Code',
  lanes: 'Lanes',
  bottom: 'Words below',
};

export function isArranged(sizes: PaneSizes, wanted: PaneSizes): boolean {
  return JSON.stringify(sorted(sizes)) === JSON.stringify(sorted(wanted));
}

function sorted(sizes: PaneSizes): readonly (readonly [string, number])[] {
  return Object.entries(sizes).sort(([a], [b]) => (a < b ? -1 : 1));
}
