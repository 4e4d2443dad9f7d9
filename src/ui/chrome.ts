/** Which dialog and which tab are open: what is neither a setting nor part of a run. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export const TABS = ['output', 'steps', 'tasks', 'why', 'whatif', 'wires', 'hazards', 'orders', 'about'] as const;
export type Tab = (typeof TABS)[number];

export interface Chrome {
  readonly dialog: 'none' | 'gallery' | 'share' | 'help' | 'compare' | 'network';
  readonly tab: Tab;
  /** Counts wishes to type the number of a step. */
  readonly goToWishes: number;
}

export type ChromeStore = StoreApi<Chrome>;

export function createChrome(): ChromeStore {
  return createStore<Chrome>(() => ({ dialog: 'none', tab: 'output', goToWishes: 0 }));
}
