/** What channel layers and brokers tell of themselves, and consumers of what they do with messages. Without a recorder nobody listens. */
import type { Process } from './process.ts';
import type { Thread } from './thread.ts';

export interface BrokerFacts {
  /** `in-memory`, `Redis`. */
  readonly type: string;
  /** As the settings name it. */
  readonly label: string;
  /** Whose memory holds it. */
  readonly process: Process;
  /** It keeps what is delivered until it is acknowledged. */
  readonly isAcking: boolean;
}

export interface QueueFacts {
  readonly broker: number;
  readonly name: string;
  /** Who may read it: many; one (`?`); only the process that made it (`!`). */
  readonly mouth: 'many' | 'single' | 'owner';
  /** 0: no limit. */
  readonly capacity: number;
  readonly owner: Process | null;
}

export interface EnvelopeFacts {
  /** The channel it is for: under `main!` there are many; a copy for several has commas between them. */
  readonly name: string;
  /** A few words: `GET /`, `"hello"`. */
  readonly label: string;
  /** repr of the message, not too long. */
  readonly body: string;
  /** Virtual seconds; null: never. */
  readonly expires: number | null;
  /** '': it is no copy for a group. */
  readonly group: string;
  /** uuid of the task of Celery that it calls. */
  readonly celeryTask?: string;
  /** What died in another queue and comes here. */
  readonly origin?: number;
}

/** Who reads, when it is not who runs now: a sender hands a message to the reader that waits for it. `task`: its object, null none. */
export interface Reader {
  readonly thread: Thread;
  readonly task: object | null;
}

export interface ConsumerFacts {
  readonly label: string;
  /** How many may be unacknowledged; 0: no limit, -1: each is acknowledged as it is delivered. */
  readonly prefetch: number;
  /** Seconds after which others may get what it has not acknowledged; 0 never. */
  readonly visibility: number;
}

export interface RoutedFacts {
  readonly exchange: string;
  readonly key: string;
  readonly label: string;
  /** `queue ← key`. */
  readonly matched: readonly string[];
  /** What died in a queue and comes here; 0 none. */
  readonly origin: number;
}

export interface ExchangeFacts {
  readonly name: string;
  readonly type: string;
  readonly bindings: readonly string[];
}

export type EnvelopeOutcome = 'finished' | 'failed' | 'lost' | 'later' | 'denied' | 'no consumer';

/** Gives brokers, queues and envelopes their numbers, from 1 on. What is told about number 0 is not recorded. */
export interface BrokerObserver {
  /** `again`: its number, of one that was there before and has what it kept; 0: it is new. */
  opened(broker: BrokerFacts, again: number): number;
  closed(broker: number, reason: string): void;
  queueOpened(queue: QueueFacts): number;
  queueClosed(queue: number, reason: string): void;
  /** Its whole membership now. */
  groupChanged(broker: number, name: string, members: readonly string[]): void;
  stored(queue: number, envelope: EnvelopeFacts): number;
  refused(queue: number, envelope: EnvelopeFacts, reason: string): void;
  /** Null: by whoever runs now. */
  taken(envelope: number, reader: Reader | null): void;
  /** It left its queue unread: `expired`, `flushed`, `lost`, `overflow`. */
  removed(envelope: number, reason: string): void;
  /** Whoever runs now begins to work on what it has read; what it sends from here on comes of that. */
  began(envelope: number, consumer: string): void;
  ended(envelope: number, outcome: EnvelopeOutcome, text: string): void;
  /** Of a broker that waits for acknowledgements. Type '': the exchange is gone; a binding is `queue ← key`. */
  exchangeChanged(broker: number, exchange: ExchangeFacts): void;
  /** Of the thread that runs now. */
  consumerOpened(queue: number, consumer: ConsumerFacts): number;
  /** It may have more, or fewer. */
  consumerResized(consumer: number, prefetch: number): void;
  consumerClosed(consumer: number): void;
  /** Its queue keeps it until it is acknowledged. `consumer` 0: basic.get. Reader null: whoever runs now. */
  delivered(envelope: number, consumer: number, reader: Reader | null): void;
  acked(envelope: number): void;
  /** `place` in its queue, 0 first. */
  returned(envelope: number, place: number, reason: string): void;
  deadLettered(envelope: number, reason: string): void;
  routed(broker: number, message: RoutedFacts): void;
  /** `answer`: `confirmed`, `refused`, `returned`. */
  answered(broker: number, answer: string, label: string, text: string): void;
  /** What the result backend knows of a task of Celery, by its uuid. */
  celeryTask(id: string, name: string, state: string, text: string): void;
  /** `parts`: uuids; `labels`: their calls. */
  canvas(type: string, parts: readonly string[], labels: readonly string[]): void;
  /** What it had read and not finished is lost. */
  processEnded(process: Process): void;
}
