/** Tells the run's observer what happens to Kombu's queues: brokers, queues and messages get their numbers when they are first heard of. */
import type { BrokerFacts, BrokerObserver } from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Thread } from '../python/vm/thread.ts';
import type { KeyReader, Post, QueuesObserver } from './post-queues.ts';

interface Consumer {
  readonly thread: Thread;
  /** By queue. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** What workers are told from afar is no work: it is not shown. */
const LETTERS = '.pidbox';

/** Of what it shows of a message. */
const BODY_LENGTH_MAX = 400;

export class KeyReporter implements QueuesObserver {
  readonly #facts: () => BrokerFacts;
  readonly #queues: Map<string, number> = new Map();
  readonly #posts: WeakMap<Post, number> = new WeakMap();
  readonly #consumers: Map<KeyReader, Consumer> = new Map();
  #broker = 0;

  constructor(facts: () => BrokerFacts) {
    this.#facts = facts;
  }

  /** 0: nothing is recorded. */
  numberOf(post: Post): number {
    return this.#posts.get(post) ?? 0;
  }

  stored(post: Post): void {
    const told = observer();
    if (told === null) return;
    const { label, queue, text } = post;
    if (queue.endsWith(LETTERS)) return;
    const body = text.length > BODY_LENGTH_MAX ? `${text.slice(0, BODY_LENGTH_MAX)}…` : text;
    const facts = { name: queue, label, body, expires: null, group: '', celeryTask: taskOf(text) };
    this.#posts.set(post, told.stored(this.#queue(told, queue), facts));
  }

  /** The current thread reads from now on. */
  joined(reader: KeyReader, label: string, visibility: number): void {
    const told = observer();
    if (told === null) return;
    const shown = reader.queues.filter((queue) => !queue.endsWith(LETTERS));
    const numbers = shown.map(
      (queue) =>
        [queue, told.consumerOpened(this.#queue(told, queue), { label, prefetch: reader.room, visibility })] as const,
    );
    this.#consumers.set(reader, { thread: machine.thread, numbers: new Map(numbers) });
  }

  /** It may have more in hand, or fewer. */
  resized(reader: KeyReader): void {
    for (const number of this.#consumers.get(reader)?.numbers.values() ?? [])
      observer()?.consumerResized(number, reader.room);
  }

  left(reader: KeyReader): void {
    const told = observer();
    for (const number of this.#consumers.get(reader)?.numbers.values() ?? []) told?.consumerClosed(number);
    this.#consumers.delete(reader);
  }

  delivered(post: Post, reader: KeyReader): void {
    const consumer = this.#consumers.get(reader);
    const who = consumer === undefined ? null : { thread: consumer.thread, task: null };
    observer()?.delivered(this.numberOf(post), consumer?.numbers.get(post.queue) ?? 0, who);
  }

  acked(post: Post): void {
    observer()?.acked(this.numberOf(post));
  }

  returned(post: Post, place: number, reason: string): void {
    observer()?.returned(this.numberOf(post), place, reason);
  }

  removed(post: Post, reason: string): void {
    observer()?.removed(this.numberOf(post), reason);
  }

  deadLettered(post: Post, reason: string): void {
    observer()?.deadLettered(this.numberOf(post), reason);
  }

  closed(reason: string): void {
    if (this.#broker !== 0) observer()?.closed(this.#broker, reason);
  }

  /** Its server is there again, with what it has kept. */
  reopened(): void {
    if (this.#broker !== 0) observer()?.opened(this.#facts(), this.#broker);
  }

  #queue(told: BrokerObserver, name: string): number {
    const known = this.#queues.get(name);
    if (known !== undefined) return known;
    if (this.#broker === 0) this.#broker = told.opened(this.#facts(), 0);
    const queue = told.queueOpened({ broker: this.#broker, name, mouth: 'many', capacity: 0, owner: null });
    this.#queues.set(name, queue);
    return queue;
  }
}

/** The uuid in the headers; '': it is no task of Celery. */
function taskOf(text: string): string {
  const { headers } = JSON.parse(text) as { readonly headers?: { readonly task?: unknown; readonly id?: unknown } };
  return typeof headers?.task === 'string' && typeof headers.id === 'string' ? headers.id : '';
}

function observer(): BrokerObserver | null {
  return machine.observer?.brokers ?? null;
}
