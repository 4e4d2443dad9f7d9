/** Which mode, dialog and tab are open: what is neither a setting nor part of a run. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WorldId } from '../scenario/gallery/shelves.ts';
import { MODES } from '../scenario/scenario.ts';

export const TABS = [
  'exercise',
  'output',
  'lab',
  'steps',
  'tasks',
  'inspect',
  'breakpoints',
  'why',
  'whatif',
  'wires',
  'hazards',
  'orders',
  'about',
] as const;
export type Tab = (typeof TABS)[number];

/** What they are called. */
export const TAB_WORDS: Readonly<Record<Tab, string>> = {
  exercise: 'Exercise',
  output: 'Output',
  lab: 'Guarantees',
  steps: 'Steps',
  tasks: 'Tasks',
  inspect: 'Inspect',
  breakpoints: 'Breakpoints',
  why: 'Why waiting?',
  whatif: 'What if?',
  wires: 'Wires',
  hazards: 'Hazards',
  orders: 'Orders',
  about: 'About',
};

export const WIRES_VIEWS = ['channels', 'counters', 'connections'] as const;

export const PAGE_MODES = [...MODES, 'handout'] as const;
/** A link can open in any but `handout`, which is for the printer. */
export type PageMode = (typeof PAGE_MODES)[number];

export const PAPERS = ['a4', 'letter'] as const;
export type Paper = (typeof PAPERS)[number];

export interface Chrome {
  readonly mode: PageMode;
  /** Of the projector's: what covers the stage, if anything does. */
  readonly screen: 'stage' | 'blank' | 'qr';
  /** The lane of the step is shown alone, and large. */
  readonly isEnlarged: boolean;
  readonly dialog: 'none' | 'gallery' | 'share' | 'help' | 'compare' | 'beside' | 'network' | 'panes';
  /** Counts wishes for the next question, its answer, or what comes after. */
  readonly questionWishes: number;
  /** Which paper, and whether the solution is printed too. */
  readonly handout: { readonly paper: Paper; readonly hasSolution: boolean };
  /** Slugs of the gallery that are wanted side by side; null: the program in the page, and what belongs beside it. */
  readonly beside: readonly [left: string, right: string] | null;
  /** A guided path that the reader is on, and at which of its steps, from 0. */
  readonly path: { readonly id: WorldId; readonly at: number } | null;
  /** Null: nobody has chosen one. */
  readonly tab: Tab | null;
  /** Of the Wires tab, where there is a channel layer. */
  readonly wires: (typeof WIRES_VIEWS)[number];
  /** A line that the reader wants to see, whatever runs; null: the one that runs. */
  readonly site: { readonly file: string; readonly line: number } | null;
  /** Where the library runs its code is shown, too, and not only the user's own. */
  readonly isInLibrary: boolean;
  /** Counts wishes to type the number of a step. */
  readonly goToWishes: number;
  /** A newer Loopscope is there, and this puts it in the place of the page. */
  readonly newer: (() => void) | null;
}

export type ChromeStore = StoreApi<Chrome>;

export function createChrome(): ChromeStore {
  return createStore<Chrome>(() => ({
    mode: 'explore',
    screen: 'stage',
    isEnlarged: false,
    questionWishes: 0,
    handout: { paper: 'a4', hasSolution: true },
    dialog: 'none',
    beside: null,
    path: null,
    tab: null,
    wires: 'channels',
    site: null,
    isInLibrary: false,
    goToWishes: 0,
    newer: null,
  }));
}
