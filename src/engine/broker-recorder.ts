/** Tells the trace of channel layers and brokers, of what stands in their queues, and of what came of what. */
import type {
  BrokerFacts,
  BrokerObserver,
  ConsumerFacts,
  EnvelopeFacts,
  EnvelopeOutcome,
  ExchangeFacts,
  QueueFacts,
  Reader,
  RoutedFacts,
} from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import type { Process } from '../python/vm/process.ts';
import type { Thread } from '../python/vm/thread.ts';
import { ENVELOPE_OUTCOMES } from '../trace/brokers.ts';
import type { EventOf, TraceEvent } from '../trace/events.ts';
import { microseconds } from './describe-handles.ts';
import { processId } from './thread-recorder.ts';

export interface BrokerRecorderInit {
  readonly record: (event: TraceEvent) => void;
  /** The trace's number of the running task; 0 none. */
  readonly task: () => number;
  readonly taskId: (task: object) => number;
  readonly threadId: (thread: Thread) => number;
}

/** By the trace's numbers; task 0: no task's step. */
interface TraceActor {
  readonly thread: number;
  readonly task: number;
}

/** What a task, or a thread outside of tasks, has in hand. */
interface Holder {
  readonly process: Process;
  readonly envelope: number;
  /** A server hands on at once what it reads from its own queue: when it ends later, nothing is lost with it. */
  readonly isHandedOn: boolean;
}

export class BrokerRecorder implements BrokerObserver {
  readonly #init: BrokerRecorderInit;
  readonly #counts = { brokers: 0, queues: 0, envelopes: 0, consumers: 0 };
  readonly #consumers: Map<number, Omit<EventOf<'consumer.changed'>, 'kind' | 'consumer' | 'isOpen'>> = new Map();
  /** Delivered, and kept by their brokers until they are acknowledged. */
  readonly #unacked: Set<number> = new Set();
  /** By `task 4` or `thread 2`: what it took last and has not ended. What it sends comes of that. */
  readonly #inHand: Map<string, Holder> = new Map();
  /** Queues that only their owner reads, and what stands in them. */
  readonly #ownQueues: Set<number> = new Set();
  readonly #inOwnQueues: Set<number> = new Set();

  constructor(init: BrokerRecorderInit) {
    this.#init = init;
  }

  opened({ isAcking, type, label, process }: BrokerFacts, again: number): number {
    const broker = again === 0 ? ++this.#counts.brokers : again;
    this.#init.record({
      kind: 'broker.opened',
      broker,
      type,
      label,
      process: processId(process),
      isAcking: isAcking ? 1 : 0,
    });
    return broker;
  }

  closed(broker: number, reason: string): void {
    if (broker !== 0) this.#init.record({ kind: 'broker.closed', broker, reason });
  }

  queueOpened({ broker, name, mouth, capacity, owner }: QueueFacts): number {
    const queue = ++this.#counts.queues;
    const ownerId = owner === null ? 0 : processId(owner);
    if (mouth === 'owner') this.#ownQueues.add(queue);
    this.#init.record({
      kind: 'queue.opened',
      queue,
      broker,
      name,
      mouth,
      capacity,
      owner: ownerId,
    });
    return queue;
  }

  queueClosed(queue: number, reason: string): void {
    if (queue !== 0) this.#init.record({ kind: 'queue.closed', queue, reason });
  }

  groupChanged(broker: number, name: string, members: readonly string[]): void {
    this.#init.record({ kind: 'group.changed', broker, name, members });
  }

  stored(queue: number, facts: EnvelopeFacts): number {
    const { body, celeryTask = '', expires, group, label, name } = facts;
    const envelope = ++this.#counts.envelopes;
    const origin = facts.origin ?? this.#inHand.get(this.#self())?.envelope ?? 0;
    if (this.#ownQueues.has(queue)) this.#inOwnQueues.add(envelope);
    const due = expires === null ? 0 : microseconds(expires);
    this.#init.record({
      kind: 'envelope.stored',
      envelope,
      queue,
      name,
      label,
      body,
      expires: due,
      origin,
      group,
      celeryTask,
    });
    return envelope;
  }

  refused(queue: number, { name, label, group }: EnvelopeFacts, reason: string): void {
    this.#init.record({
      kind: 'envelope.refused',
      queue,
      name,
      label,
      reason,
      group,
    });
  }

  taken(envelope: number, reader: Reader | null): void {
    if (envelope === 0) return;
    this.#init.record({ kind: 'envelope.taken', envelope, ...this.#hold(envelope, reader) });
  }

  /** It is in the reader's hands: what that one sends comes of it. */
  #hold(envelope: number, reader: Reader | null): TraceActor {
    const by = this.#actor(reader);
    const { machine: of } = reader?.thread ?? machine.thread;
    const isHandedOn = this.#inOwnQueues.delete(envelope);
    this.#inHand.set(keyOf(by.thread, by.task), { process: of.process, envelope, isHandedOn });
    return by;
  }

  #actor(reader: Reader | null): TraceActor {
    const thread = this.#init.threadId(reader?.thread ?? machine.thread);
    const task = reader === null ? this.#init.task() : reader.task === null ? 0 : this.#init.taskId(reader.task);
    return { thread, task };
  }

  removed(envelope: number, reason: string): void {
    if (envelope === 0) return;
    this.#inOwnQueues.delete(envelope);
    this.#init.record({ kind: 'envelope.removed', envelope, reason });
  }

  began(envelope: number, consumer: string): void {
    if (envelope === 0) return;
    this.#forget(envelope);
    this.#inHand.set(this.#self(), { process: machine.process, envelope, isHandedOn: false });
    const thread = this.#init.threadId(machine.thread);
    this.#init.record({
      kind: 'envelope.began',
      envelope,
      consumer,
      thread,
      task: this.#init.task(),
    });
  }

  ended(envelope: number, outcome: EnvelopeOutcome, text: string): void {
    if (envelope === 0) return;
    this.#forget(envelope);
    this.#init.record({
      kind: 'envelope.ended',
      envelope,
      outcome: ENVELOPE_OUTCOMES.indexOf(outcome),
      text,
    });
  }

  exchangeChanged(broker: number, { bindings, name, type }: ExchangeFacts): void {
    this.#init.record({ kind: 'exchange.changed', broker, name, type, bindings });
  }

  consumerOpened(queue: number, { label, prefetch, visibility }: ConsumerFacts): number {
    const consumer = ++this.#counts.consumers;
    const thread = this.#init.threadId(machine.thread);
    this.#consumers.set(consumer, { queue, label, prefetch, thread, visibility: microseconds(visibility) });
    this.#tellConsumer(consumer, 1);
    return consumer;
  }

  consumerResized(consumer: number, prefetch: number): void {
    const facts = this.#consumers.get(consumer);
    if (facts === undefined || facts.prefetch === prefetch) return;
    this.#consumers.set(consumer, { ...facts, prefetch });
    this.#tellConsumer(consumer, 1);
  }

  consumerClosed(consumer: number): void {
    this.#tellConsumer(consumer, 0);
    this.#consumers.delete(consumer);
  }

  #tellConsumer(consumer: number, isOpen: number): void {
    const facts = this.#consumers.get(consumer);
    if (facts !== undefined) this.#init.record({ kind: 'consumer.changed', consumer, isOpen, ...facts });
  }

  delivered(envelope: number, consumer: number, reader: Reader | null): void {
    if (envelope === 0) return;
    this.#unacked.add(envelope);
    // What is sent to a consumer waits until it begins with it.
    const { task, thread } = consumer === 0 ? this.#hold(envelope, reader) : this.#actor(reader);
    this.#init.record({ kind: 'envelope.delivered', envelope, consumer, thread, task });
  }

  acked(envelope: number): void {
    this.#unacked.delete(envelope);
    if (envelope !== 0) this.#init.record({ kind: 'envelope.acked', envelope });
  }

  returned(envelope: number, place: number, reason: string): void {
    if (envelope === 0) return;
    this.#giveUp(envelope);
    this.#init.record({ kind: 'envelope.returned', envelope, place, reason });
  }

  deadLettered(envelope: number, reason: string): void {
    if (envelope === 0) return;
    this.#giveUp(envelope);
    this.#init.record({ kind: 'envelope.deadLettered', envelope, reason });
  }

  routed(broker: number, facts: RoutedFacts): void {
    this.#init.record({ kind: 'publish.routed', broker, ...facts });
  }

  answered(broker: number, answer: string, label: string, text: string): void {
    this.#init.record({ kind: 'publish.answered', broker, answer, label, text });
  }

  celeryTask(id: string, name: string, state: string, text: string): void {
    this.#init.record({ kind: 'celeryTask.changed', id, name, state, text });
  }

  canvas(type: string, parts: readonly string[], labels: readonly string[]): void {
    this.#init.record({ kind: 'canvas.began', type, parts, labels });
  }

  processEnded(process: Process): void {
    for (const [who, holder] of this.#inHand) {
      if (holder.process !== process) continue;
      this.#inHand.delete(who);
      // What is not acknowledged its broker has still.
      if (!holder.isHandedOn && !this.#unacked.has(holder.envelope)) this.ended(holder.envelope, 'lost', '');
    }
  }

  #self(): string {
    return keyOf(this.#init.threadId(machine.thread), this.#init.task());
  }

  #giveUp(envelope: number): void {
    this.#unacked.delete(envelope);
    this.#forget(envelope);
  }

  #forget(envelope: number): void {
    for (const [who, holder] of this.#inHand) if (holder.envelope === envelope) this.#inHand.delete(who);
  }
}

function keyOf(thread: number, task: number): string {
  return task === 0 ? `thread ${thread}` : `task ${task}`;
}
