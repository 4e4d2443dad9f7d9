/** What a broker does not decide itself, and who is told what it does. */
import type { Entry } from '../sim/queue.ts';
import type { BrokerQueue, Stored } from './broker-queue.ts';
import type { Consumer } from './channel.ts';
import type { Binding, Exchange } from './exchange.ts';
import type { DeathReason, Message } from './message.ts';

export interface World {
  /** Virtual seconds since the run began, which is 1970. */
  now(): number;
  /** What happens at a moment to come (as `now` counts); gives how to call it off. */
  at(seconds: number, action: () => void): () => void;
  /** A part of a name that nobody else has. */
  letters(): string;
}

/** Why a message left its queue without being acknowledged or having died in it. */
export type Removal = 'purged' | 'deleted' | 'lost';
export type Answer = 'confirmed' | 'refused' | 'returned';

/** Told of everything, just after it happened. */
export interface BrokerTold {
  queueOpened(queue: BrokerQueue): void;
  queueClosed(queue: BrokerQueue, reason: string): void;
  exchangeChanged(exchange: Exchange): void;
  exchangeGone(exchange: Exchange): void;
  /** None of its bindings: it goes nowhere from there. */
  routed(exchange: Exchange, message: Message, matched: readonly Binding[]): void;
  stored(queue: BrokerQueue, entry: Entry<Stored>): void;
  refused(queue: BrokerQueue, message: Message): void;
  consumerOpened(consumer: Consumer): void;
  consumerClosed(consumer: Consumer): void;
  /** How many its channel may have unacknowledged in all has changed. */
  consumerResized(consumer: Consumer): void;
  /** Null: with basic.get. */
  delivered(entry: Entry<Stored>, consumer: Consumer | null): void;
  acked(entry: Entry<Stored>): void;
  /** `place` in its queue, 0 first. */
  returned(entry: Entry<Stored>, place: number, reason: string): void;
  /** Its queue gives it up. Where it goes is told next, if it goes anywhere. */
  died(entry: Entry<Stored>, reason: DeathReason): void;
  removed(entry: Entry<Stored>, reason: Removal): void;
  answered(answer: Answer, message: Message, text: string): void;
}
