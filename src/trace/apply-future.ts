/** The fold, family: futures, coroutine objects, locks and queues. */
import { gaveUp } from './apply-network.ts';
import type { EventOf } from './events.ts';
import type { MutableWorld } from './mutable-world.ts';
import type { Future, FutureState } from './world.ts';

const OUTCOMES: readonly FutureState[] = ['result', 'exception', 'cancelled'];
const NOBODY: readonly number[] = [];
const NOTHING: readonly string[] = [];
/** Settled futures that are remembered for the picture. */
const SETTLED_MAX = 256;

export function futureCreated(world: MutableWorld, { future: id, label }: EventOf<'future.created'>): void {
  world.futures.set(id, newFuture(world, { id, label, isTask: false }));
}

/** Written out: a run makes them by the hundred thousand. */
export function newFuture(world: MutableWorld, { id, label, isTask }: Pick<Future, 'id' | 'label' | 'isTask'>): Future {
  return {
    id,
    isTask,
    label,
    state: 'pending',
    text: '',
    waiters: NOBODY,
    awaitedBy: NOBODY,
    timer: 0,
    createdBy: world.runningTask,
    resolvedBy: 0,
    createdAt: world.position,
    resolvedAt: 0,
  };
}

export function futureResolved(world: MutableWorld, event: EventOf<'future.resolved'>): void {
  const { future, outcome, text, by } = event;
  settle(world, future, outcome, text, by);
  if (world.futures.get(future)?.isTask !== false) return;
  world.settled.push(future);
  if (world.settled.length > SETTLED_MAX) forgetOldest(world);
}

/** `by` is the running task unless it is said. */
export function settle(world: MutableWorld, id: number, outcome: number, text: string, by = world.runningTask): void {
  const future = world.futures.edit(id);
  if (future === undefined) return;
  future.state = OUTCOMES[outcome] ?? 'result';
  future.text = text;
  future.resolvedBy = by;
  future.resolvedAt = world.position;
}

export function futureAwaitedBy(world: MutableWorld, { future: id, waiter }: EventOf<'future.awaitedBy'>): void {
  const future = world.futures.edit(id);
  if (future !== undefined && !future.awaitedBy.includes(waiter)) future.awaitedBy = [...future.awaitedBy, waiter];
}

export function futureNotAwaitedBy(world: MutableWorld, { future: id, waiter }: EventOf<'future.notAwaitedBy'>): void {
  const future = world.futures.edit(id);
  if (future !== undefined) future.awaitedBy = future.awaitedBy.filter((each) => each !== waiter);
}

export function coroutineCreated(world: MutableWorld, event: EventOf<'coroutine.created'>): void {
  const { coroutine: id, code, label, line } = event;
  const { runningTask: createdBy, position: createdAt } = world;
  world.coroutines.set(id, { id, label, code, line, state: 'created', createdBy, createdAt });
}

export function coroutineStarted(world: MutableWorld, id: number): void {
  world.coroutines.delete(id);
}

export function coroutineNeverAwaited(world: MutableWorld, id: number): void {
  const coroutine = world.coroutines.edit(id);
  if (coroutine !== undefined) coroutine.state = 'never awaited';
}

export function syncCreated(world: MutableWorld, { sync: id, type, label }: EventOf<'sync.created'>): void {
  const lists = { waiters: NOBODY, putters: NOBODY, items: NOTHING, holders: NOBODY };
  world.syncs.set(id, { id, type, label, state: '', value: 0, limit: 0, owner: 0, ...lists });
}

export function syncChanged(world: MutableWorld, event: EventOf<'sync.changed'>): void {
  const sync = world.syncs.edit(event.sync);
  if (sync === undefined) return;
  sync.state = event.state;
  sync.value = event.value;
  sync.limit = event.limit;
  sync.owner = event.owner;
  sync.waiters = event.waiters;
  sync.putters = event.putters;
  sync.items = event.items;
  sync.holders = event.holders;
}

/** One that is left is forgotten. */
export function scopeChanged(world: MutableWorld, event: EventOf<'scope.changed'>): void {
  const { scope: id, type, state, task, when: whenUs, children, count } = event;
  if (state === 'expired') gaveUp(world, task);
  if (state === 'left' || state === 'expired') world.scopes.delete(id);
  else world.scopes.set(id, { id, type, state, task, whenUs, children, count });
}

function forgetOldest(world: MutableWorld): void {
  const oldest = world.settled.shift();
  if (oldest === undefined) return;
  const isFree = world.futures.get(oldest)?.waiters.length === 0;
  if (isFree) world.futures.delete(oldest);
}
