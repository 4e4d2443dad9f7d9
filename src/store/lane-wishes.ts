/** How the reader wants many lanes to be shown: folded, searched, pinned. Forgotten with the scenario. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Grouping } from '../trace/grouping.ts';
import type { State } from './state.ts';

export interface LaneWishes {
  /** Null: as many as there are. */
  readonly grouping: Grouping | null;
  /** Keys of groups. */
  readonly open: ReadonlySet<string>;
  /** Tasks of libraries are one group; null: where there are many lanes. */
  readonly isLibraryFolded: boolean | null;
  /** Tasks, in the order in which they were pinned. */
  readonly pins: readonly number[];
  readonly query: string;
  /** Only what the query means is shown. */
  readonly isFiltered: boolean;
  /** Counts wishes to type a query; 0: the controls are there only where there are many lanes. */
  readonly searchWishes: number;
}

const AS_DESIGNED: LaneWishes = {
  grouping: null,
  open: new Set(),
  isLibraryFolded: null,
  pins: [],
  query: '',
  isFiltered: false,
  searchWishes: 0,
};

export interface LaneWishesStore extends StoreApi<LaneWishes> {
  readonly toggleGroup: (key: string) => void;
  readonly togglePin: (task: number) => void;
}

export function createLaneWishes(run: Pick<StoreApi<State>, 'subscribe'>): LaneWishesStore {
  const store = createStore<LaneWishes>(() => AS_DESIGNED);
  run.subscribe(({ original }, before) => {
    if (original !== before.original) store.setState(AS_DESIGNED);
  });
  return {
    ...store,
    toggleGroup: (key) =>
      store.setState(({ open }) => ({
        open: open.has(key) ? new Set([...open].filter((each) => each !== key)) : new Set([...open, key]),
      })),
    togglePin: (task) =>
      store.setState(({ pins }) => ({
        pins: pins.includes(task) ? pins.filter((each) => each !== task) : [...pins, task],
      })),
  };
}
