/** Python's side of channels_redis 4: `_channels.SortedLayer`, and the buffers of its process. */

import { noteWaiting } from '../python/modules/serving.ts';
import { method, newMethod, type Outcome } from '../python/objects/native.ts';
import { asSmallInt, call } from '../python/objects/protocol.ts';
import { nativeType, PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { listOf, text } from './arguments.ts';
import { type Data, dataOf, valueOf } from './data.ts';
import type { Claim } from './line.ts';
import { LocalBuffers } from './local-buffers.ts';
import { type Awaited, PyPending } from './pending.ts';
import { quirksOf } from './quirks.ts';
import { raiseConnectionError } from './redis-errors.ts';
import { type Address, redisAt } from './redis-server.ts';
import { currentReader } from './reporter.ts';
import { newShardedMethod, PyShardedLayer, type ShardedInit } from './sharded-type.ts';
import { SortedLayer } from './sorted-layer.ts';
import type { SortedShard } from './sorted-shard.ts';
import { worldOf } from './world.ts';

const layerType = nativeType('SortedLayer');
const buffersType = nativeType('LocalBuffers');
for (const cls of [layerType, buffersType]) cls.attrs.set('__module__', '_channels');

class PySortedLayer extends PyShardedLayer<SortedLayer<Data>> {
  constructor(cls: PyType, { addresses, expiry, groupExpiry, prefix }: ShardedInit) {
    const quirks = quirksOf(machine);
    const shards = addresses.map(({ db, port }) => redisAt(port).sorted(db, prefix, quirks));
    super(cls, addresses, new SortedLayer({ expiry, groupExpiry, world: worldOf(machine), quirks, shards }));
  }
}

/** A read of a queue that has come to something: `(targets, message, settle)`. */
class Reading implements Awaited {
  readonly isShared = true;
  readonly #name: string;
  readonly #claim: Claim<Data>;
  readonly #shard: SortedShard<Data>;
  readonly #port: number;

  constructor(name: string, claim: Claim<Data>, { port, shard }: { shard: SortedShard<Data>; port: number }) {
    this.#name = name;
    this.#claim = claim;
    this.#shard = shard;
    this.#port = port;
  }

  get isReady(): boolean {
    return !this.#claim.isWaiting;
  }

  watch(watcher: () => void): () => void {
    return this.#claim.watch(watcher);
  }

  /** The reader keeps a copy in Redis until it calls `settle`. */
  result(): Value {
    const { state } = this.#claim;
    if (state.kind === 'failed') return raiseConnectionError('Connection closed by server.');
    if (state.kind !== 'given') return null;
    const { envelope } = state;
    const message = valueOf(envelope.message, true);
    if (message instanceof PyObject) redisAt(this.#port).reporter.received(envelope, message);
    const { process } = machine;
    this.#shard.copy(this.#name, envelope, () => process.status === null);
    const settle = () => this.#shard.settle(this.#name, envelope);
    return new PyTuple([listOf(envelope.targets), message, new PySettle(settle)]);
  }

  leave(): void {
    this.#claim.leave();
  }
}

const settleType = nativeType('Settle');
settleType.attrs.set('__module__', '_channels');

class PySettle extends PyObject {
  readonly settle: () => void;
  constructor(settle: () => void) {
    super(settleType);
    this.settle = settle;
  }
}

method(settleType, '__call__', 'self', (self: PySettle) => {
  self.settle();
  return null;
});

newShardedMethod(layerType, (cls, init) => new PySortedLayer(cls, init));
/** False: it is full. */
method(
  layerType,
  'send',
  'self, channel, message, capacity',
  (self: PySortedLayer, channel: Value, message: Value, capacity: Value) => {
    const sending = { channel: text(channel), message: dataOf(message), capacity: asSmallInt(capacity) };
    return self.with(() => self.layer.send(sending) === 'stored');
  },
);
method(layerType, 'pending', 'self, queue', (self: PySortedLayer, queue: Value) =>
  self.with(() => {
    noteWaiting();
    const name = text(queue);
    const { claim, index, shard } = self.layer.claim(name, currentReader());
    return new PyPending(new Reading(name, claim, { shard, port: (self.addresses[index] as Address).port }));
  }),
);
method(layerType, 'group_add', 'self, group, channel', (self: PySortedLayer, group: Value, channel: Value) =>
  self.with(() => {
    self.layer.groupAdd(text(group), text(channel));
    return null;
  }),
);
method(layerType, 'group_discard', 'self, group, channel', (self: PySortedLayer, group: Value, channel: Value) =>
  self.with(() => {
    self.layer.groupDiscard(text(group), text(channel));
    return null;
  }),
);
/** How many of the members' queues were full, and how many there are. `capacity_of`: of a queue's name. */
method(
  layerType,
  'group_send',
  'self, group, message, capacity_of',
  (self: PySortedLayer, group: Value, message: Value, capacityOf: Value) => {
    const data = dataOf(message);
    return self.with(() => {
      const sent = self.layer.groupSend(text(group), data, (name) => asSmallInt(call(capacityOf, name)));
      return new PyTuple([sent.full, sent.queues]);
    });
  },
);
method(layerType, 'flush', 'self', (self: PySortedLayer) =>
  self.with(() => {
    self.layer.flush();
    return null;
  }),
);

/** Items are Python's. */
class PyLocalBuffers extends PyObject {
  readonly buffers: LocalBuffers<Value>;
  constructor(cls: PyType, capacity: number) {
    super(cls);
    this.buffers = new LocalBuffers(capacity);
  }
}

newMethod(buffersType, ([, capacity = 100], _keywords, cls): Outcome => new PyLocalBuffers(cls, asSmallInt(capacity)));
/** What was lost for it; None: nothing. */
method(
  buffersType,
  'put',
  'self, channel, item',
  (self: PyLocalBuffers, channel: Value, item: Value) => self.buffers.put(text(channel), item) ?? null,
);
/** None: there is nothing. */
method(
  buffersType,
  'take',
  'self, channel',
  (self: PyLocalBuffers, channel: Value) => self.buffers.take(text(channel)) ?? null,
);
method(buffersType, 'length', 'self, channel', (self: PyLocalBuffers, channel: Value) =>
  self.buffers.length(text(channel)),
);

export const SORTED_TYPES: readonly PyType[] = [layerType, buffersType];
