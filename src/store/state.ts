/** All that the page remembers: nothing that can be computed from the rest is in here. */
import type { Scenario } from '../scenario/scenario.ts';
import type { Branch } from './branches.ts';
import type { RunState } from './run-state.ts';

export type Selection =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'task' | 'future' | 'handle' | 'sync' | 'coroutine';
      readonly id: number;
    }
  /** Of Wires: a process, a connection, a message. By their numbers in the trace. */
  | { readonly kind: 'process' | 'link' | 'message'; readonly id: number }
  /** A message of a channel layer or broker, and the channel or queue that it stands in. */
  | { readonly kind: 'envelope' | 'queue'; readonly id: number };

export const NO_SELECTION: Selection = { kind: 'none' };

export interface State {
  /** As it is being edited. */
  readonly scenario: Scenario;
  /** As it was loaded: `isEdited` compares the two. */
  readonly original: Scenario;
  /** The file shown in the editor. */
  readonly file: string;
  readonly run: RunState;
  /** Earlier runs of the same program, which differ from it in what was done to them. */
  readonly kept: readonly Branch[];
  /** Nothing after this position may be seen: a question about it is open. Null: all of the run may be. */
  readonly horizon: number | null;
  /** A count of events, 0 to the length of the trace. */
  readonly position: number;
  /** While a run streams in, stay at its end until the user goes elsewhere. */
  readonly isFollowing: boolean;
  /** Go there as soon as so much is recorded; an anchor needs the trace. */
  readonly pending: PendingMoment | null;
  readonly isPlaying: boolean;
  readonly selection: Selection;
  /** 0.25 to 16. */
  readonly speed: number;
}

export interface PendingMoment {
  readonly anchor: string;
  readonly step: number;
  readonly timeUs: number;
}
