/** Tells the run's observer what a layer does: brokers, queues and envelopes get their numbers when they are first heard of. */
import { currentTaskOrNull } from '../asyncio/package.ts';
import { noteDeed } from '../python/modules/serving.ts';
import type { PyObject } from '../python/objects/value.ts';
import type { BrokerFacts, BrokerObserver, EnvelopeFacts, Reader } from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Envelope, LayerObserver, Removal } from './envelope.ts';
import { mouthOf } from './names.ts';

export interface ReporterInit<M> {
  /** When it opens. */
  readonly facts: () => BrokerFacts;
  readonly show: (message: M) => { readonly label: string; readonly body: string };
}

/** Numbers of the messages that readers got, by the very dict. */
const received: WeakMap<PyObject, number> = new WeakMap();

/** 0: nobody has received it, or nothing is recorded. */
export function envelopeOf(message: PyObject): number {
  return received.get(message) ?? 0;
}

/** Who runs now, as a reader that a message may be handed to later. */
export function currentReader(): Reader {
  return { thread: machine.thread, task: currentTaskOrNull() };
}

export class Reporter<M> implements LayerObserver<M> {
  readonly #init: ReporterInit<M>;
  readonly #queues: Map<string, number> = new Map();
  readonly #envelopes: WeakMap<Envelope<M>, number> = new WeakMap();
  readonly #owners: Map<string, Process> = new Map();
  readonly #capacities: Map<string, number> = new Map();
  #broker = 0;

  constructor(init: ReporterInit<M>) {
    this.#init = init;
  }

  /** The reader has got the message as this object. */
  received(envelope: Envelope<M>, message: PyObject): void {
    const number = this.#envelopes.get(envelope);
    if (number !== undefined) received.set(message, number);
  }

  queueSeen(queue: string, capacity: number, reader: object | null): void {
    if (reader !== null && mouthOf(queue) === 'owner' && !this.#owners.has(queue)) {
      this.#owners.set(queue, (reader as Reader).thread.machine.process);
    }
    // A reader does not know how much fits.
    if (this.#queues.has(queue) || capacity === 0) return;
    const told = this.#observer();
    if (told === null) return;
    const owner = this.#owners.get(queue) ?? null;
    // After a restart nobody says again how much fits.
    if (Number.isFinite(capacity)) this.#capacities.set(queue, capacity);
    const limit = this.#capacities.get(queue) ?? 0;
    const facts = { broker: this.#open(told), name: queue, mouth: mouthOf(queue), capacity: limit, owner };
    this.#queues.set(queue, told.queueOpened(facts));
  }

  stored(queue: string, envelope: Envelope<M>): void {
    noteDeed();
    const number = this.#observer()?.stored(this.#queues.get(queue) ?? 0, this.#facts(envelope));
    if (number !== undefined) this.#envelopes.set(envelope, number);
  }

  refused(queue: string, envelope: Envelope<M>): void {
    this.#observer()?.refused(this.#queues.get(queue) ?? 0, this.#facts(envelope), 'full');
  }

  taken(envelope: Envelope<M>, reader: object | null): void {
    noteDeed();
    this.#observer()?.taken(this.#envelopes.get(envelope) ?? 0, reader as Reader | null);
  }

  removed(envelope: Envelope<M>, why: Removal): void {
    this.#observer()?.removed(this.#envelopes.get(envelope) ?? 0, why);
  }

  groupChanged(group: string, members: readonly string[]): void {
    const told = this.#observer();
    if (told !== null) told.groupChanged(this.#open(told), group, members);
  }

  /** It is there, even before anything happens in it. */
  opened(): void {
    const told = this.#observer();
    if (told !== null) this.#open(told);
  }

  closed(reason: string): void {
    if (this.#broker !== 0) this.#observer()?.closed(this.#broker, reason);
    this.#broker = 0;
    this.#queues.clear();
  }

  #observer(): BrokerObserver | null {
    return machine.observer?.brokers ?? null;
  }

  #open(told: BrokerObserver): number {
    if (this.#broker === 0) this.#broker = told.opened(this.#init.facts(), 0);
    return this.#broker;
  }

  #facts({ channel, expiresAt, group, message, targets }: Envelope<M>): EnvelopeFacts {
    const { body, label } = this.#init.show(message);
    const name = targets.length > 1 ? targets.join(', ') : channel;
    return { name, label, body, expires: Number.isFinite(expiresAt) ? expiresAt : null, group };
  }
}
