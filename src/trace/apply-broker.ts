/** The fold, family: channel layers and brokers, their queues and what stands in them. */
import {
  type Actor,
  type BrokerQueue,
  ENVELOPE_OUTCOMES,
  type Envelope,
  isOverEnvelope,
  MOUTHS,
  type QueueCounts,
} from './brokers.ts';
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import { FIRST_PROCESS } from './world.ts';

/** Envelopes that nobody holds any more are shown for a while: so many of them. */
const OVER_MAX = 48;
/** So many may be over before the oldest are forgotten: not at each event. */
const OVER_SLACK = 16;

export function brokerOpened(
  world: MutableWorld,
  { broker: id, type, label, process, isAcking }: EventOf<'broker.opened'>,
): void {
  const now = { id, type, label, process, isOpen: true, reason: '', isAcking: isAcking === 1 };
  const index = world.brokers.findIndex((each) => each.id === id);
  if (index < 0) world.brokers.push(now);
  else world.brokers[index] = now;
}

export function brokerClosed(world: MutableWorld, { broker, reason }: EventOf<'broker.closed'>): void {
  const index = world.brokers.findIndex(({ id }) => id === broker);
  const found = world.brokers[index];
  if (found !== undefined) world.brokers[index] = { ...found, isOpen: false, reason };
}

export function queueOpened(world: MutableWorld, event: EventOf<'queue.opened'>): void {
  const { queue: id, broker, name, capacity, owner } = event;
  const mouth = MOUTHS.find((each) => each === event.mouth) ?? 'many';
  const counts: QueueCounts = {
    accepted: 0,
    delivered: 0,
    expired: 0,
    flushed: 0,
    rejected: 0,
    dropped: 0,
    lost: 0,
    ...{ deliveries: 0, acked: 0, returned: 0, deadLettered: 0 },
  };
  world.queues.push({
    id,
    broker,
    name,
    mouth,
    capacity,
    owner,
    isOpen: true,
    items: [],
    unacked: [],
    lastDrop: null,
    ...counts,
  });
}

export function queueClosed(world: MutableWorld, queue: number): void {
  changeQueue(world, queue, () => ({ isOpen: false }));
}

export function groupChanged(world: MutableWorld, { broker, name, members }: EventOf<'group.changed'>): void {
  const others = world.groups.filter((group) => group.broker !== broker || group.name !== name);
  world.groups = members.length === 0 ? others : [...others, { broker, name, members }];
}

export function envelopeStored(world: MutableWorld, event: EventOf<'envelope.stored'>): void {
  const { envelope: id, queue, name, label, body, celeryTask, expires: expiresUs, origin, group } = event;
  const { timeUs: storedUs } = world;
  world.envelopes.push({
    id,
    queue,
    name,
    label,
    body,
    storedUs,
    expiresUs,
    origin,
    group,
    sender: actor(world, world.thread, world.runningTask),
    reader: null,
    state: 'queued',
    ...{ isUnacked: false, isRedelivered: false, consumerId: 0 },
    consumer: '',
    text: '',
    sinceUs: storedUs,
    ...{ backUs: 0, celeryTask, works: [] },
  });
  changeQueue(world, queue, ({ accepted, items }) => ({ accepted: accepted + 1, items: [...items, id] }));
}

export function envelopeRefused(world: MutableWorld, event: EventOf<'envelope.refused'>): void {
  const { label, reason, group } = event;
  const lastDrop = { label, reason, position: world.position };
  changeQueue(world, event.queue, ({ dropped, rejected }) =>
    group === '' ? { rejected: rejected + 1, lastDrop } : { dropped: dropped + 1, lastDrop },
  );
}

export function envelopeTaken(world: MutableWorld, { envelope, thread, task }: EventOf<'envelope.taken'>): void {
  const reader = actor(world, thread, task);
  doneWith(world, reader);
  const taken = changeEnvelope(world, envelope, { state: 'taken', reader });
  if (taken === undefined) return;
  changeQueue(world, taken.queue, ({ delivered, items }) => ({
    delivered: delivered + 1,
    items: items.filter((id) => id !== envelope),
  }));
}

export function envelopeRemoved(world: MutableWorld, { envelope, reason }: EventOf<'envelope.removed'>): void {
  const removed = changeEnvelope(world, envelope, { state: 'removed', text: reason, isUnacked: false });
  if (removed === undefined) return;
  const lastDrop = { label: removed.label, reason, position: world.position };
  changeQueue(world, removed.queue, ({ expired, flushed, items, lost, unacked }) => ({
    items: items.filter((id) => id !== envelope),
    unacked: unacked.filter((id) => id !== envelope),
    lastDrop,
    ...(reason === 'expired'
      ? { expired: expired + 1 }
      : reason === 'flushed' || reason === 'purged' || reason === 'deleted'
        ? { flushed: flushed + 1 }
        : { lost: lost + 1 }),
  }));
  forgetOldest(world);
}

export function envelopeBegan(world: MutableWorld, event: EventOf<'envelope.began'>): void {
  const { envelope, consumer, thread, task } = event;
  const reader = actor(world, thread, task);
  const others = worksOf(world, envelope).filter(({ by }) => !isSameActor(by, reader));
  const works = [...others, { by: reader, consumer, sinceUs: world.timeUs }];
  changeEnvelope(world, envelope, { state: 'running', consumer, reader, works });
}

/** By whoever runs now; of a process that has ended by that. */
export function envelopeEnded(world: MutableWorld, { envelope, outcome, text }: EventOf<'envelope.ended'>): void {
  const before = worksOf(world, envelope);
  const own = before.findLast(({ by }) => by.thread === world.thread && by.task === world.runningTask) ?? before.at(-1);
  const works = before.filter((each) => each !== own);
  const found = world.envelopes.find(({ id }) => id === envelope);
  // It came back meanwhile, and others have it or will get it: what became of this work does not decide.
  const isElsewhere = found?.state === 'queued' || found?.state === 'taken' || works.length > 0;
  if (own !== undefined && isElsewhere) changeEnvelope(world, envelope, { works });
  else changeEnvelope(world, envelope, { state: ENVELOPE_OUTCOMES[outcome] ?? 'failed', text, works });
  forgetOldest(world);
}

/** What processes that run still do with it. */
function worksOf(world: MutableWorld, envelope: number): Envelope['works'] {
  const works = world.envelopes.find(({ id }) => id === envelope)?.works ?? [];
  const ended = new Set(world.processes.flatMap(({ id, status }) => (status === null ? [] : [id])));
  return works.filter(({ by }) => !ended.has(by.process));
}

function isSameActor(a: Actor, b: Actor): boolean {
  return a.thread === b.thread && a.task === b.task;
}

/** Whoever comes for the next one has done with what it had read and began nothing for. */
function doneWith(world: MutableWorld, { process, task, thread }: Actor): void {
  const before = world.envelopes.findLast(
    ({ isUnacked, reader, state }) =>
      state === 'taken' &&
      !isUnacked &&
      reader?.process === process &&
      reader.thread === thread &&
      reader.task === task,
  );
  if (before === undefined) return;
  changeEnvelope(world, before.id, { state: 'finished' });
  forgetOldest(world);
}

export function actor(world: MutableWorld, thread: number, task: number): Actor {
  const process = world.threads.find(({ id }) => id === thread)?.process ?? FIRST_PROCESS;
  return { process, thread, task };
}

/** The oldest go first; those that others came of are kept with them. */
export function forgetOldest(world: MutableWorld): void {
  const over = world.envelopes.filter(isOverEnvelope);
  if (over.length <= OVER_MAX + OVER_SLACK) return;
  const origins = new Set(world.envelopes.filter((each) => !isOverEnvelope(each)).map(({ origin }) => origin));
  const old = new Set(over.slice(0, over.length - OVER_MAX).filter(({ id }) => !origins.has(id)));
  world.envelopes = world.envelopes.filter((each) => !old.has(each));
}

export function changeQueue(
  world: MutableWorld,
  id: number,
  changes: (queue: BrokerQueue) => Partial<BrokerQueue>,
): void {
  const index = world.queues.findIndex((each) => each.id === id);
  const queue = world.queues[index];
  if (queue !== undefined) world.queues[index] = { ...queue, ...changes(queue) };
}

export function changeEnvelope(world: MutableWorld, id: number, changes: Partial<Envelope>): Envelope | undefined {
  const index = world.envelopes.findIndex((each) => each.id === id);
  const envelope = world.envelopes[index];
  if (envelope === undefined) return undefined;
  const changed = { ...envelope, ...changes, sinceUs: world.timeUs };
  world.envelopes[index] = changed;
  return changed;
}
