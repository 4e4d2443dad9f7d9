/**
 * Looking inside a run at a position: what page and worker tell each other about it. The worker runs the scenario again up to there and
 * reads the objects that live then; the run that was recorded is not touched. Numbers of things are those of the trace.
 */

/** What is looked at. `running`: whatever executes at the position. A thread has the number that it has in the trace. */
export type Subject =
  | { readonly kind: 'running' }
  | {
      readonly kind: 'task' | 'future' | 'handle' | 'sync' | 'coroutine' | 'thread' | 'process';
      readonly id: number;
    };

export interface ValuesInquiry {
  readonly kind: 'values';
  /** From 1: before the first event there is nothing. */
  readonly position: number;
  readonly subject: Subject;
  /** Paths of nodes that are open where they begin closed, or the other way round. */
  readonly toggled: readonly string[];
  /** By path: how many members are wanted, where that is more than a page. */
  readonly wanted: Readonly<Record<string, number>>;
}

/** Where the innermost frame of what runs stands, which may be in the library. */
export interface PlaceInquiry {
  readonly kind: 'place';
  readonly position: number;
}

/** Where a condition of a breakpoint is to be evaluated: positions at which its line is about to run, ascending. */
export interface ConditionsInquiry {
  readonly kind: 'conditions';
  readonly conditions: readonly { readonly expression: string; readonly positions: readonly number[] }[];
}

/** The text of a file that is not the user's. */
export interface SourceInquiry {
  readonly kind: 'source';
  readonly file: string;
}

export type Inquiry = ValuesInquiry | PlaceInquiry | ConditionsInquiry | SourceInquiry;

export type NodeKind = 'frame' | 'group' | 'variable' | 'attribute' | 'item' | 'entry';

export interface Site {
  readonly file: string;
  readonly line: number;
  /** The user's own file. */
  readonly isUser: boolean;
}

/** A value with its name, or something that holds some: a frame, a group. */
export interface ValueNode {
  /** The keys from the top down to this node: the same at every position while names stay the same. */
  readonly path: string;
  readonly name: string;
  readonly kind: NodeKind;
  /** Of the value; '' for frames and groups. */
  readonly type: string;
  /** Its repr, shortened. */
  readonly text: string;
  /** `__repr__` failed or did not end: `text` says so. */
  readonly isBroken: boolean;
  /** How many members it has; 0: it cannot be opened. */
  readonly size: number;
  /** The first of them; null: it is closed. */
  readonly members: readonly ValueNode[] | null;
  /** The same object is open further up this branch. */
  readonly isAbove: boolean;
  /** The task or future that it is. */
  readonly thing: { readonly kind: 'task' | 'future'; readonly id: number } | null;
  /** Of a frame: where it stands. */
  readonly site: Site | null;
}

export interface ValuesAnswer {
  readonly kind: 'values';
  /** Frames, innermost first, then what the thing itself holds. */
  readonly nodes: readonly ValueNode[];
  /** Its repr; '' for what runs, threads and processes. */
  readonly repr: string;
  /** There is no such thing at the position, or no longer. */
  readonly isMissing: boolean;
}

export interface PlaceAnswer {
  readonly kind: 'place';
  /** Null: no frame runs there. */
  readonly site: Site | null;
}

export interface ConditionResult {
  /** Those at which it was true. */
  readonly positions: readonly number[];
  /** The first error, and where; position 0: it is no Python expression. */
  readonly error: { readonly text: string; readonly position: number } | null;
  /** At how many positions it was evaluated: there may be too many. */
  readonly looked: number;
}

export interface ConditionsAnswer {
  readonly kind: 'conditions';
  readonly results: readonly ConditionResult[];
}

export interface SourceAnswer {
  readonly kind: 'source';
  readonly file: string;
  /** Null: there is no such file. */
  readonly text: string | null;
}

/** `failed`: our mistake, or the scenario cannot be run. */
export type Answer =
  | ValuesAnswer
  | PlaceAnswer
  | ConditionsAnswer
  | SourceAnswer
  | { readonly kind: 'failed'; readonly message: string };

/** Between the keys of a path. */
export const PATH_SEPARATOR = '\n';
/** Members that are shown at first, and with each further page. */
export const MEMBERS_PAGE = 50;
/** And at most. */
export const MEMBERS_MAX = 2_000;
