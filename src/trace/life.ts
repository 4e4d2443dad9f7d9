/** What is known of the life of an envelope, and of what each process has to do with brokers. */
import type { Window } from './windows.ts';

export type LifeKind =
  | 'stored'
  | 'taken'
  | 'delivered'
  | 'began'
  | 'ended'
  | 'acked'
  | 'returned'
  | 'deadLettered'
  | 'removed'
  | 'answered'
  | 'state';

/** One thing that happened to an envelope. */
export interface LifeEvent {
  readonly kind: LifeKind;
  /** After the event. */
  readonly position: number;
  readonly timeUs: number;
  /** Who did it: the process and its thread. */
  readonly process: number;
  readonly thread: number;
  /** Of `taken` and `began`; 0: no task's step. */
  readonly task: number;
  /** Of `began` the consumer; of `removed`, `returned`, `deadLettered` and `ended` why; of `answered` and `state` what is said. */
  readonly text: string;
  /** Of `ended`: an index of ENVELOPE_OUTCOMES; else 0. */
  readonly outcome: number;
  /** Of `began`: the consumer's first line, as soon as it has been reached. */
  readonly line: ConsumerLine | null;
}

export interface ConsumerLine {
  readonly code: number;
  readonly line: number;
  /** After the event. */
  readonly position: number;
}

/** Bytes of a wire that led to an envelope, or that one led to. */
export interface WireEvent {
  readonly connection: number;
  readonly label: string;
  readonly position: number;
  readonly timeUs: number;
  /** At the other end. */
  readonly peer: number;
}

export interface Life {
  readonly envelope: number;
  readonly queue: number;
  readonly name: string;
  readonly label: string;
  readonly body: string;
  readonly origin: number;
  readonly group: string;
  readonly expiresUs: number;
  readonly events: readonly LifeEvent[];
  /** What its sender had read from a wire just before; null: nothing that is known. */
  readonly asked: WireEvent | null;
  /** What its reader wrote on a wire at once; null nothing. */
  readonly answered: WireEvent | null;
  /** uuid; '' it calls no task of Celery. */
  readonly celeryTask: string;
  /** The exchange that put it there; null: none did. */
  readonly exchange: string | null;
}

/** What a process did with channels, as far as the trace goes. */
export interface Deeds {
  /** It holds a broker. */
  readonly holds: boolean;
  /** It has, or had, a queue that it alone may read. */
  readonly owns: boolean;
  readonly listens: boolean;
  readonly stores: boolean;
  /** It has taken from a queue that many may read. */
  readonly reads: boolean;
  /** It has asked others for connections. */
  readonly connects: boolean;
  /** It has read queues that only it may read, of a broker that waits for acknowledgements. */
  readonly listensAlone: boolean;
  /** It has worked on something that such a broker holds. */
  readonly works: boolean;
}

export interface Lives {
  readonly byEnvelope: ReadonlyMap<number, Life>;
  /** By the one they came of, in order. */
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly deeds: ReadonlyMap<number, Deeds>;
  /** By process. */
  readonly windows: ReadonlyMap<number, readonly Window[]>;
  /** Envelopes by the task of Celery that they call: its tries, in order. */
  readonly tries: ReadonlyMap<string, readonly number[]>;
  /** Names of exchanges that something came to, by broker. */
  readonly exchanges: ReadonlyMap<number, ReadonlySet<string>>;
}
