/** At which positions of the run breakpoints hold, as far as that is known. Found by `find-halts.ts`, which is loaded when there are breakpoints. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HaltEvent } from '../trace/halt-events.ts';

/** Of one breakpoint at a line. */
export interface LineHalts {
  /** Where it holds; with a condition, where that is true. */
  readonly positions: readonly number[];
  /** How often the line is about to run. */
  readonly reached: number;
  /** Its condition is being evaluated. */
  readonly isAsking: boolean;
  /** What went wrong with the condition first; '' nothing. */
  readonly error: string;
  /** Where that was; 0: it is no expression. */
  readonly errorAt: number;
  /** At how many positions the condition was evaluated: of many, only the first. */
  readonly looked: number;
}

export interface HaltsState {
  /** Events that are waited for. */
  readonly wanted: readonly HaltEvent[];
  /** By `keyOfLine`. */
  readonly lines: ReadonlyMap<string, LineHalts>;
  readonly events: ReadonlyMap<HaltEvent, readonly number[]>;
  /** All of them, ascending, each once. */
  readonly positions: readonly number[];
}

export type Halts = StoreApi<HaltsState>;

export function createHalts(wanted: readonly HaltEvent[]): Halts {
  return createStore<HaltsState>(() => ({ wanted, lines: new Map(), events: new Map(), positions: [] }));
}
