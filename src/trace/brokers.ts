/**
 * What a World knows of channel layers and message brokers. What stands in their queues is called an envelope, because a message
 * is what goes over a wire.
 */

/** A channel layer or a broker: something that holds queues. */
export interface Broker {
  readonly id: number;
  /** `in-memory`, `Redis`, `RabbitMQ`. */
  readonly type: string;
  /** As the settings name it: `default`, `redis://localhost:6379`. */
  readonly label: string;
  /** The process whose memory holds it. */
  readonly process: number;
  readonly isOpen: boolean;
  /** Why it is open no longer. */
  readonly reason: string;
  /** It waits for acknowledgements: what it holds are queues and no channels. */
  readonly isAcking: boolean;
}

export const MOUTHS = ['many', 'single', 'owner'] as const;
/** Who may read a queue. */
export type Mouth = (typeof MOUTHS)[number];

/** How often something has happened to the envelopes of one queue. */
export interface QueueCounts {
  readonly accepted: number;
  readonly delivered: number;
  readonly expired: number;
  readonly flushed: number;
  /** Their sender was told. */
  readonly rejected: number;
  /** Copies for groups that found it full: nobody was told. */
  readonly dropped: number;
  /** Had got in, and left it otherwise: pushed out, or gone with their broker. */
  readonly lost: number;
  /** Of a queue that waits for acknowledgements; each delivery counts. */
  readonly deliveries: number;
  readonly acked: number;
  readonly returned: number;
  readonly deadLettered: number;
}

/** A FIFO of a broker. */
export interface BrokerQueue extends QueueCounts {
  readonly id: number;
  readonly broker: number;
  readonly name: string;
  readonly mouth: Mouth;
  /** 0: no limit. */
  readonly capacity: number;
  /** The process that alone may read it; 0 any. */
  readonly owner: number;
  readonly isOpen: boolean;
  /** Envelopes, first in first out. */
  readonly items: readonly number[];
  /** Delivered and not acknowledged. */
  readonly unacked: readonly number[];
  /** The last that did not get in or fell out, with the reason; null none. */
  readonly lastDrop: Drop | null;
}

export interface Drop {
  readonly label: string;
  readonly reason: string;
  /** After the event. */
  readonly position: number;
}

export const ENVELOPE_OUTCOMES = ['finished', 'failed', 'lost', 'later', 'denied', 'no consumer'] as const;

export type EnvelopeState = 'queued' | 'acked' | 'taken' | 'running' | 'removed' | (typeof ENVELOPE_OUTCOMES)[number];

/** Somebody works on an envelope. */
export interface Work {
  readonly by: Actor;
  /** The function. */
  readonly consumer: string;
  readonly sinceUs: number;
}

/** Where somebody executes. */
export interface Actor {
  readonly process: number;
  readonly thread: number;
  /** 0: no task's step. */
  readonly task: number;
}

export interface Envelope {
  readonly id: number;
  readonly queue: number;
  /** The channel it is for. */
  readonly name: string;
  readonly label: string;
  /** repr of the message. */
  readonly body: string;
  readonly storedUs: number;
  /** 0 never. */
  readonly expiresUs: number;
  /** The one during whose handling it was sent; 0 none. */
  readonly origin: number;
  /** '' it is no copy for a group. */
  readonly group: string;
  readonly sender: Actor;
  /** Null: nobody has read it. */
  readonly reader: Actor | null;
  readonly state: EnvelopeState;
  /** Its queue keeps it until it is acknowledged. */
  readonly isUnacked: boolean;
  /** It has been delivered before. */
  readonly isRedelivered: boolean;
  /** Who has it, of those that consume from its queue; 0 none. */
  readonly consumerId: number;
  /** The function that works, or worked, on it; '' none yet. */
  readonly consumer: string;
  /** Why it failed or was removed. */
  readonly text: string;
  /** When it was stored, taken, begun, ended last. */
  readonly sinceUs: number;
  /** Unacknowledged until then it may be delivered to others; 0: it does not come back by itself. */
  readonly backUs: number;
  /** uuid of the CeleryTask that it calls; '' none. */
  readonly celeryTask: string;
  /** Several at once, where it came back to its queue while somebody still worked on it. */
  readonly works: readonly Work[];
}

/** An exchange of AMQP. */
export interface Exchange {
  readonly broker: number;
  readonly name: string;
  readonly type: string;
  /** `queue ← key`. */
  readonly bindings: readonly string[];
  /** How many messages came to it. */
  readonly published: number;
  /** Of them those that no binding matched. */
  readonly unrouted: number;
  /** Null: none has come. */
  readonly last: Routed | null;
}

/** What an exchange made of a message. */
export interface Routed {
  readonly key: string;
  readonly label: string;
  /** Those of its bindings that matched. */
  readonly matched: readonly string[];
  /** After the event. */
  readonly position: number;
  readonly process: number;
}

/** What a broker said to a process that published; the last of it. */
export interface Answer {
  readonly broker: number;
  readonly process: number;
  /** `confirmed`, `refused`, `returned`. */
  readonly answer: string;
  readonly label: string;
  readonly text: string;
  readonly position: number;
}

/** Who consumes from a queue that waits for acknowledgements. */
export interface Consumer {
  readonly id: number;
  readonly queue: number;
  readonly label: string;
  readonly process: number;
  /** How many may be unacknowledged; 0 no limit, -1: each is acknowledged as it is delivered. */
  readonly prefetch: number;
  /** How long one may be unacknowledged before others may get it; 0 for ever. */
  readonly visibilityUs: number;
}

/** A chain, group or chord. */
export interface Canvas {
  readonly type: string;
  /** Ids of CeleryTasks; of a chord the body is last. '': a canvas in this one that has no id of a task. */
  readonly parts: readonly string[];
  /** Their calls. */
  readonly labels: readonly string[];
}

/** What a result backend knows. */
export interface CeleryTask {
  /** uuid. */
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** Result, or what went wrong. */
  readonly text: string;
  readonly sinceUs: number;
  /** Who said so. */
  readonly thread: number;
}

export interface Group {
  readonly broker: number;
  readonly name: string;
  /** Channels. */
  readonly members: readonly string[];
}

interface HasBrokers {
  readonly queues: readonly BrokerQueue[];
  readonly envelopes: readonly Envelope[];
}

/** One copy may be for several channels of a process: it says so with commas. */
export function isFor({ name }: { readonly name: string }, channel: string): boolean {
  return name === channel || name.split(', ').includes(channel);
}

/** Undefined when it is forgotten, or was never told of. */
export function envelopeOf({ envelopes }: Pick<HasBrokers, 'envelopes'>, id: number): Envelope | undefined {
  return envelopes.find((each) => each.id === id);
}

export function queueOf({ queues }: Pick<HasBrokers, 'queues'>, id: number): BrokerQueue | undefined {
  return queues.find((each) => each.id === id);
}

/** It is neither in a queue nor in anybody's hands. */
export function isOverEnvelope({ isUnacked, state }: Envelope): boolean {
  return !isUnacked && state !== 'queued' && state !== 'taken' && state !== 'running';
}

/** Itself, what it came of, and what that came of: first first. */
export function ancestryOf(world: Pick<HasBrokers, 'envelopes'>, id: number): readonly Envelope[] {
  const found = envelopeOf(world, id);
  return found === undefined ? [] : [...ancestryOf(world, found.origin), found];
}
