/**
 * Other legal orders of a scenario: what page and worker tell each other about them. An order is what a run leaves to chance, decided:
 * a seed, and the decisions that are made otherwise.
 */
import type { ForcedChoice } from './scenario.ts';

export interface Order {
  readonly seed: number;
  /** In order of `nth`. */
  readonly choices: readonly ForcedChoice[];
}

/** What a search stops at. */
export type Condition =
  | { readonly kind: 'differs' | 'raises' | 'assertion' | 'deadlock' }
  | { readonly kind: 'prints' | 'lacks'; readonly text: string };

export interface ExplorePlan {
  /** At most so many runs, the usual one among them. */
  readonly runsMax: number;
  /** Sleeps stand for work of unknown length: each may take up to twice as long. */
  readonly mayStretch: boolean;
  /** Null: all runs are made. */
  readonly until: Condition | null;
}

/** What a reader can tell two runs apart by. */
export interface Outcome {
  readonly ending: 'completed' | 'raised' | 'deadlock' | 'limit' | 'crashed';
  /** `ValueError: no`, the sentence of a deadlock or a limit, `exit code 3`; empty when it just ended. */
  readonly words: string;
  /** stdout and stderr as they came, at most `OUTPUT_MAX` characters. */
  readonly output: string;
}

export const OUTPUT_MAX = 4_000;

export interface OutcomeGroup {
  readonly outcome: Outcome;
  /** How many orders gave it. */
  readonly count: number;
  /** The first that did. */
  readonly order: Order;
}

/** Since the report before; groups keep the order in which they were found, the usual outcome first. */
export interface ExploreNews {
  /** In all. */
  readonly runs: number;
  readonly added: readonly OutcomeGroup[];
  /** Of all groups. */
  readonly counts: readonly number[];
}

/** Why there are no more runs. */
export type ExploreEnd =
  | { readonly kind: 'found'; readonly group: number }
  /** As many as were asked for. */
  | { readonly kind: 'enough' }
  | { readonly kind: 'stopped' };
