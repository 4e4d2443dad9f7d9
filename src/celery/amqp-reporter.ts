/** Tells the run's observer what the broker does: queues, messages and consumers get their numbers when they are first heard of. */

import { noteDeed } from '../python/modules/serving.ts';
import { bytesRepr } from '../python/objects/buffer.ts';
import type { BrokerFacts, BrokerObserver, EnvelopeFacts, Reader } from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Entry } from '../sim/queue.ts';
import type { BrokerQueue, Stored } from './broker-queue.ts';
import type { Consumer } from './channel.ts';
import type { Binding, Exchange } from './exchange.ts';
import { type DeathReason, deathsOf, type Message } from './message.ts';
import { headersOf } from './routing.ts';
import type { Answer, BrokerTold, Removal } from './world.ts';

const BODY_MAX = 400;
const LABEL_MAX = 24;

export class AmqpReporter implements BrokerTold {
  readonly #facts: () => BrokerFacts;
  readonly #queues: Map<BrokerQueue, number> = new Map();
  readonly #messages: WeakMap<Stored, number> = new WeakMap();
  readonly #consumers: Map<Consumer, { readonly number: number; readonly reader: Reader }> = new Map();
  #broker = 0;
  /** What has died last: where it is sent on is told next. */
  #dead = 0;

  constructor(facts: () => BrokerFacts) {
    this.#facts = facts;
  }

  /** 0: nothing is recorded. */
  numberOf(stored: Stored): number {
    return this.#messages.get(stored) ?? 0;
  }

  /** Its server runs, and has what outlived the one before: that has its numbers still. */
  opened(): void {
    const told = observer();
    if (told === null) return;
    this.#broker = told.opened(this.#facts(), this.#broker);
  }

  closed(): void {
    if (this.#broker !== 0) observer()?.closed(this.#broker, 'stopped');
  }

  queueOpened(queue: BrokerQueue): void {
    const told = observer();
    if (told === null) return;
    const { limits, name, owner } = queue.init;
    const capacity = Number.isFinite(limits.maxLength) ? limits.maxLength : 0;
    const mouth = owner === null ? 'many' : 'single';
    this.#queues.set(queue, told.queueOpened({ broker: this.#broker, name, mouth, capacity, owner: null }));
  }

  queueClosed(queue: BrokerQueue, reason: string): void {
    observer()?.queueClosed(this.#queues.get(queue) ?? 0, reason);
    this.#queues.delete(queue);
  }

  exchangeChanged({ bindings, init: { name, type } }: Exchange): void {
    observer()?.exchangeChanged(this.#broker, { name, type, bindings: bindings.map(bindingText) });
  }

  exchangeGone({ name }: Exchange): void {
    observer()?.exchangeChanged(this.#broker, { name, type: '', bindings: [] });
  }

  routed({ init: { name: exchange } }: Exchange, message: Message, matched: readonly Binding[]): void {
    const facts = { exchange, key: message.routingKey, label: labelOf(message), matched: matched.map(bindingText) };
    observer()?.routed(this.#broker, { ...facts, origin: this.#diedAs(message) });
  }

  stored(queue: BrokerQueue, entry: Entry<Stored>): void {
    noteDeed();
    this.#store(queue, entry);
  }

  refused(queue: BrokerQueue, message: Message): void {
    const facts = factsOf(message, Number.POSITIVE_INFINITY);
    observer()?.refused(this.#queues.get(queue) ?? 0, facts, 'full');
  }

  consumerOpened(consumer: Consumer): void {
    const told = observer();
    if (told === null) return;
    const { queue, tag } = consumer.init;
    const facts = { label: tag, prefetch: prefetchOf(consumer), visibility: 0 };
    const number = told.consumerOpened(this.#queues.get(queue) ?? 0, facts);
    this.#consumers.set(consumer, { number, reader: { thread: machine.thread, task: null } });
  }

  consumerClosed(consumer: Consumer): void {
    const number = this.#consumers.get(consumer)?.number;
    if (number !== undefined) observer()?.consumerClosed(number);
    this.#consumers.delete(consumer);
  }

  consumerResized(consumer: Consumer): void {
    const number = this.#consumers.get(consumer)?.number;
    if (number !== undefined) observer()?.consumerResized(number, prefetchOf(consumer));
  }

  delivered({ body }: Entry<Stored>, consumer: Consumer | null): void {
    noteDeed();
    const of = consumer === null ? undefined : this.#consumers.get(consumer);
    observer()?.delivered(this.numberOf(body), of?.number ?? 0, of?.reader ?? null);
  }

  acked({ body }: Entry<Stored>): void {
    observer()?.acked(this.numberOf(body));
  }

  returned({ body }: Entry<Stored>, place: number, reason: string): void {
    observer()?.returned(this.numberOf(body), place, reason);
  }

  died({ body }: Entry<Stored>, reason: DeathReason): void {
    observer()?.deadLettered(this.numberOf(body), reason);
    this.#dead = this.numberOf(body);
  }

  removed({ body }: Entry<Stored>, reason: Removal): void {
    observer()?.removed(this.numberOf(body), reason);
  }

  answered(answer: Answer, message: Message, text: string): void {
    observer()?.answered(this.#broker, answer, labelOf(message), text);
  }

  #store(queue: BrokerQueue, { body, expiresAt }: Entry<Stored>): void {
    const { message } = body;
    const died = this.#diedAs(message);
    const facts = { ...factsOf(message, expiresAt), ...(died === 0 ? {} : { origin: died }) };
    const number = observer()?.stored(this.#queues.get(queue) ?? 0, facts);
    if (number !== undefined) this.#messages.set(body, number);
  }

  /** 0: it is what somebody published. */
  #diedAs(message: Message): number {
    return deathsOf(message).length === 0 ? 0 : this.#dead;
  }
}

function observer(): BrokerObserver | null {
  return machine.observer?.brokers ?? null;
}

function bindingText({ key, target }: Binding): string {
  return `${target} ← ${key}`;
}

/** -1: what it is given is acknowledged at once. */
function prefetchOf(consumer: Consumer): number {
  return consumer.init.noAck ? -1 : consumer.init.channel.limitOf(consumer);
}

function factsOf(message: Message, expiresAt: number): EnvelopeFacts {
  const { body, properties, routingKey: name } = message;
  const expires = Number.isFinite(expiresAt) ? expiresAt : null;
  const shown = bytesRepr(body.subarray(0, BODY_MAX));
  const headers = headersOf(properties);
  const id = headers.has('task') ? headers.get('id') : undefined;
  const celeryTask = typeof id === 'string' ? id : '';
  return { name, label: labelOf(message), body: shown, expires, group: '', celeryTask };
}

/** Of a task of Celery its call; else as text, if it is some. */
function labelOf({ body, properties }: Message): string {
  const [task, args] = ['task', 'argsrepr'].map((name) => headersOf(properties).get(name));
  if (typeof task === 'string' && typeof args === 'string') return `${task}${args.replace(/,\)$/, ')')}`;
  const text = new TextDecoder().decode(body.subarray(0, 4 * LABEL_MAX));
  return text.length > LABEL_MAX ? `${text.slice(0, LABEL_MAX - 1)}…` : text;
}
