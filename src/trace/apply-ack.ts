/** The fold, family: brokers that wait for acknowledgements: exchanges, consumers, deliveries; and what Celery makes of them. */
import { actor, changeEnvelope, changeQueue, forgetOldest } from './apply-broker.ts';
import type { Exchange } from './brokers.ts';
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';

/** So many results and canvases are kept. */
const RESULTS_MAX = 200;

export function exchangeChanged(world: MutableWorld, event: EventOf<'exchange.changed'>): void {
  const { bindings, broker, name, type } = event;
  const others = world.exchanges.filter((each) => each.broker !== broker || each.name !== name);
  if (type === '') world.exchanges = others;
  else changeExchange(world, { broker, name }, () => ({ type, bindings }));
}

/** The default exchange is told of when something comes to it. */
export function publishRouted(world: MutableWorld, event: EventOf<'publish.routed'>): void {
  const { broker, exchange: name, key, label, matched } = event;
  const { process } = actor(world, world.thread, 0);
  const last = { key, label, matched, process, position: world.position };
  changeExchange(world, { broker, name }, ({ published, unrouted }) => ({
    published: published + 1,
    unrouted: unrouted + (matched.length === 0 ? 1 : 0),
    last,
  }));
}

export function publishAnswered(world: MutableWorld, event: EventOf<'publish.answered'>): void {
  const { answer, broker, label, text } = event;
  const { process } = actor(world, world.thread, 0);
  const others = world.answers.filter((each) => each.process !== process);
  world.answers = [...others, { broker, process, answer, label, text, position: world.position }];
}

/** Each stays where it is among the others. */
function changeExchange(
  world: MutableWorld,
  { broker, name }: Pick<Exchange, 'broker' | 'name'>,
  changes: (exchange: Exchange) => Partial<Exchange>,
): void {
  const index = world.exchanges.findIndex((each) => each.broker === broker && each.name === name);
  const fresh = { broker, name, type: 'direct', bindings: [], published: 0, unrouted: 0, last: null };
  const before = world.exchanges[index] ?? fresh;
  const now = { ...before, ...changes(before) };
  world.exchanges = index < 0 ? [...world.exchanges, now] : world.exchanges.with(index, now);
}

export function consumerChanged(world: MutableWorld, event: EventOf<'consumer.changed'>): void {
  const { consumer: id, isOpen, label, prefetch, queue, thread, visibility: visibilityUs } = event;
  const { process } = actor(world, thread, 0);
  const now = { id, queue, label, process, prefetch, visibilityUs };
  const index = world.consumers.findIndex((each) => each.id === id);
  if (isOpen === 0) world.consumers = world.consumers.filter((each) => each.id !== id);
  else world.consumers = index < 0 ? [...world.consumers, now] : world.consumers.with(index, now);
}

export function envelopeDelivered(world: MutableWorld, event: EventOf<'envelope.delivered'>): void {
  const { consumer: consumerId, envelope, task, thread } = event;
  const reader = actor(world, thread, task);
  const visibility = world.consumers.find(({ id }) => id === consumerId)?.visibilityUs ?? 0;
  const backUs = visibility === 0 ? 0 : world.timeUs + visibility;
  const delivered = changeEnvelope(world, envelope, { state: 'taken', isUnacked: true, reader, consumerId, backUs });
  if (delivered === undefined) return;
  changeQueue(world, delivered.queue, ({ deliveries, items, unacked }) => ({
    deliveries: deliveries + 1,
    items: items.filter((id) => id !== envelope),
    unacked: [...unacked, envelope],
  }));
}

export function envelopeAcked(world: MutableWorld, id: number): void {
  const envelope = changeEnvelope(world, id, { isUnacked: false, backUs: 0 });
  if (envelope === undefined) return;
  if (envelope.state === 'taken') changeEnvelope(world, id, { state: 'acked' });
  changeQueue(world, envelope.queue, ({ acked, unacked }) => ({
    acked: acked + 1,
    unacked: unacked.filter((each) => each !== id),
  }));
  forgetOldest(world);
}

export function envelopeReturned(world: MutableWorld, event: EventOf<'envelope.returned'>): void {
  const { envelope: id, place, reason } = event;
  const changes = {
    state: 'queued',
    isUnacked: false,
    isRedelivered: true,
    consumerId: 0,
    backUs: 0,
    text: reason,
  } as const;
  const envelope = changeEnvelope(world, id, changes);
  if (envelope === undefined) return;
  changeQueue(world, envelope.queue, ({ items, returned, unacked }) => ({
    returned: returned + 1,
    items: [...items.slice(0, place), id, ...items.slice(place)],
    unacked: unacked.filter((each) => each !== id),
  }));
}

export function envelopeDeadLettered(world: MutableWorld, event: EventOf<'envelope.deadLettered'>): void {
  const { envelope: id, reason } = event;
  const envelope = changeEnvelope(world, id, { state: 'removed', isUnacked: false, backUs: 0, text: reason });
  if (envelope === undefined) return;
  const lastDrop = { label: envelope.label, reason, position: world.position };
  changeQueue(world, envelope.queue, ({ deadLettered, items, unacked }) => ({
    deadLettered: deadLettered + 1,
    items: items.filter((each) => each !== id),
    unacked: unacked.filter((each) => each !== id),
    lastDrop,
  }));
  forgetOldest(world);
}

export function celeryTaskChanged(world: MutableWorld, event: EventOf<'celeryTask.changed'>): void {
  const { id, name, state, text } = event;
  const now = { id, name, state, text, sinceUs: world.timeUs, thread: world.thread };
  const index = world.celeryTasks.findIndex((each) => each.id === id);
  const before = world.celeryTasks[index];
  if (before === undefined) world.celeryTasks = [...world.celeryTasks, now].slice(-RESULTS_MAX);
  else world.celeryTasks[index] = { ...now, name: name === '' ? before.name : name };
}

export function canvasBegan(world: MutableWorld, { labels, parts, type }: EventOf<'canvas.began'>): void {
  world.canvases = [...world.canvases, { type, parts, labels }].slice(-RESULTS_MAX);
}
