/** What channels are drawn with, as data: who sends and reads, the pipes between, and what stands in them. */
import type { Mouth } from '../trace/brokers.ts';
import type { StateName } from './states.ts';

interface Placed {
  /** The thing it stands for: `process 3`, `queue 1`, `envelope 12`. Unique among the marks of one drawing. */
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** Of a link: how far it goes, which may be back. */
  readonly width: number;
  readonly height: number;
  /** 0 to 1; less than 1 only between two positions. */
  readonly opacity: number;
}

/** What a column is, or whose memory holds the pipes below. */
export interface HeadMark extends Placed {
  readonly kind: 'head';
  readonly text: string;
  readonly look: 'column' | 'broker' | 'closed' | 'more' | 'reason' | 'told' | 'window';
  /** That can be chosen by it; 0 none. */
  readonly process: number;
}

/** A process. */
export interface BoxMark extends Placed {
  readonly kind: 'box';
  readonly process: number;
  readonly name: string;
  /** What it does now. */
  readonly detail: string;
  /** `over`: it has ended as it should. */
  readonly look: 'busy' | 'idle' | 'over' | 'dead';
  /** It belongs to the life of the selected message. */
  readonly isOnPath: boolean;
  /** A child of the one above: name and what it does on one line. */
  readonly isChild: boolean;
}

export interface PipeMark extends Placed {
  readonly kind: 'pipe';
  readonly queue: number;
  readonly name: string;
  readonly mouth: Mouth;
  /** Where it is read; messages go in at the other end. */
  readonly side: 'left' | 'right';
  /** `3 / 100`, `3`. */
  readonly fill: string;
  readonly isFull: boolean;
  /** Places, where they are few enough to be drawn; 0 not. */
  readonly places: number;
  /** It has no limit: its far end is open. */
  readonly isEndless: boolean;
  /** Its broker, or who alone may read it, is gone. */
  readonly isDead: boolean;
  /** Who may read it, in words. */
  readonly readers: string;
  /** What fell out of it or did not get in; '' nothing. */
  readonly drops: string;
  readonly isNew: boolean;
}

export interface TokenMark extends Placed {
  readonly kind: 'token';
  /** 0: it never got in, and has no number. */
  readonly envelope: number;
  readonly label: string;
  /** Of what it came of: a reply has the hue of its request. */
  readonly hue: number;
  /** How much of its time is left, 0 to 1; null: it does not expire. */
  readonly left: number | null;
  /** `running`: worked on where it stands; `ghost`: its queue keeps it until it is acknowledged. */
  readonly look: 'queued' | 'held' | 'running' | 'lost' | 'fallen' | 'ghost';
  /** It has been delivered before. */
  readonly isAgain: boolean;
  /** Why it fell; the group that it is a copy for. */
  readonly note: string;
  /** In a sentence, for those who do not see it. */
  readonly spoken: string;
  readonly isNew: boolean;
  readonly isOnPath: boolean;
}

/** A place in the window of a consumer. */
export interface SlotMark extends Placed {
  readonly kind: 'slot';
  /** `endless`: there is no limit; `out`: what it is for is worked on elsewhere. */
  readonly look: 'free' | 'endless' | 'out';
  readonly text: string;
}

/** Names of what is bound to it stand below, each a `binding`. */
export interface ExchangeMark extends Placed {
  readonly kind: 'exchange';
  readonly broker: number;
  readonly name: string;
  readonly type: string;
  /** Something has just come to it. */
  readonly isNew: boolean;
  /** What came to it, and what nothing matched. */
  readonly note: string;
}

export interface BindingMark extends Placed {
  readonly kind: 'binding';
  readonly text: string;
  readonly target: string;
  /** Of what has just come to the exchange. */
  readonly look: 'quiet' | 'matched' | 'unmatched';
}

/** A task of Celery: a result, or a part of a canvas. */
export interface TaskMark extends Placed {
  readonly kind: 'task';
  readonly label: string;
  readonly state: StateName;
  /** What the result backend says, and what is so. */
  readonly detail: string;
  readonly value: string;
  /** That can be chosen by it: its last message; 0 none. */
  readonly envelope: number;
  readonly isNew: boolean;
}

/** From who writes to a pipe, from a pipe to who reads, from a member of a group to its pipe. */
export interface LinkMark extends Placed {
  readonly kind: 'link';
  /** `now`: what this event did; `refused`: what it tried; `path`, `ahead`: of the selected message, until now and later. */
  readonly look: 'quiet' | 'now' | 'refused' | 'path' | 'ahead';
  /** How far up it goes to pass by what stands between; null: it goes straight. */
  readonly detour: number | null;
}

export interface MemberMark extends Placed {
  readonly kind: 'member';
  readonly name: string;
  readonly detail: string;
  readonly look: 'quiet' | 'copied' | 'refused' | 'ghost';
}

export type QueueMark =
  | HeadMark
  | BoxMark
  | PipeMark
  | TokenMark
  | LinkMark
  | MemberMark
  | SlotMark
  | ExchangeMark
  | BindingMark
  | TaskMark;

export interface QueueDrawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly QueueMark[];
}
