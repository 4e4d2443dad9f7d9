/** Python's side of asgi_redis's layer: `_channels.RedisLayer`. Every command needs the servers of all its shards. */

import { noteWaiting } from '../python/modules/serving.ts';
import { NOT_YET, waitFor } from '../python/modules/waiting.ts';
import { method, type Outcome } from '../python/objects/native.ts';
import { asSmallInt, truthy } from '../python/objects/protocol.ts';
import { nativeType, PyDict, PyList, PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { listOf, text, texts } from './arguments.ts';
import { type Data, dataOf, valueOf } from './data.ts';
import type { Envelope } from './envelope.ts';
import { type Claim, claimEnd } from './line.ts';
import { type Awaited, PyPending } from './pending.ts';
import { quirksOf } from './quirks.ts';
import { raiseRefused } from './redis-errors.ts';
import { type Place, RedisLayer } from './redis-layer.ts';
import { type Address, redisAt } from './redis-server.ts';
import { currentReader } from './reporter.ts';
import { newShardedMethod, PyShardedLayer, type ShardedInit } from './sharded-type.ts';
import { worldOf } from './world.ts';

/** asgi_redis: blpop_timeout. */
const POP_SECONDS = 5;
const NAMES_SHOWN = 3;
/** What a receive gives that finds nothing. */
const NOTHING = new PyTuple([null, null]);

const layerType = nativeType('RedisLayer');
const placeType = nativeType('Place');
for (const cls of [layerType, placeType]) cls.attrs.set('__module__', '_channels');

class PyRedisLayer extends PyShardedLayer<RedisLayer<Data>> {
  constructor(cls: PyType, { addresses, expiry, groupExpiry, prefix }: ShardedInit) {
    const shards = addresses.map(({ db, port }) => redisAt(port).lists(db, prefix));
    const about = { expiry, groupExpiry, world: worldOf(machine), quirks: quirksOf(machine), shards };
    super(cls, addresses, new RedisLayer(about));
  }

  received(envelope: Envelope<Data> | null, shard: number): Value {
    if (envelope === null) return NOTHING;
    const message = valueOf(envelope.message, false);
    const address = this.addresses[shard];
    if (message instanceof PyObject && address !== undefined)
      redisAt(address.port).reporter.received(envelope, message);
    return new PyTuple([envelope.channel, message]);
  }

  /** What a claim has come to; NOT_YET: it waits. */
  outcome({ state }: Claim<Data>, shard: number): Value | typeof NOT_YET {
    if (state.kind === 'given') return this.received(state.envelope, shard);
    // The client of that time tries again once: by then nobody listens.
    if (state.kind === 'failed') return raiseRefused(this.addresses[shard] as Address);
    return NOT_YET;
  }
}

class PyPlace extends PyObject {
  readonly place: Place;
  constructor(place: Place) {
    super(placeType);
    this.place = place;
  }
}

function receive(self: PyRedisLayer, channels: Value, isBlocking: boolean): Outcome {
  const names = texts(channels);
  noteWaiting();
  return self.with(() => {
    const places = self.layer.places(names);
    if (isBlocking) return waitAt(self, places, 0);
    for (const place of places) {
      const envelope = self.layer.pop(place);
      if (envelope !== null) return self.received(envelope, place.shard);
    }
    return NOTHING;
  });
}

/** At one shard after the other, at each until its time is up. */
function waitAt(self: PyRedisLayer, places: readonly Place[], index: number): Outcome {
  const place = places[index];
  if (place === undefined) return NOTHING;
  const claim = self.layer.claim(place, currentReader());
  return waitFor({
    kind: 'socket',
    label: () => `a message on ${namesText(place.queues)}`,
    endpoints: [claimEnd(claim)],
    deadline: machine.clock.now() + POP_SECONDS,
    // Nothing happens then but that it looks once more.
    foreseen: () => null,
    attempt: () => self.outcome(claim, place.shard),
    late: () => {
      claim.leave();
      noteWaiting();
      return self.with(() => waitAt(self, places, index + 1));
    },
  });
}

function namesText(names: readonly string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

newShardedMethod(layerType, (cls, init) => new PyRedisLayer(cls, init));
/** False: it is full. */
method(
  layerType,
  'send',
  "self, channel, message, capacity, group=''",
  (self: PyRedisLayer, channel: Value, message: Value, capacity: Value, group?: Value) => {
    const data = dataOf(message);
    const sending = { channel: text(channel), message: data, capacity: asSmallInt(capacity), group: text(group) };
    return self.with(() => self.layer.send(sending) === 'stored');
  },
);
method(layerType, 'receive', 'self, channels, block', (self: PyRedisLayer, channels: Value, block: Value) =>
  receive(self, channels, truthy(block)),
);
/** Where a receive looks, one after the other: for `pending`. */
method(layerType, 'places', 'self, channels', (self: PyRedisLayer, channels: Value) => {
  const places = self.layer.places(texts(channels));
  return new PyList(places.map((place) => new PyPlace(place)));
});
method(layerType, 'pending', 'self, place', (self: PyRedisLayer, { place }: PyPlace) =>
  self.with(() => {
    const claim = self.layer.claim(place, currentReader());
    const awaited: Awaited = {
      isShared: true,
      get isReady() {
        return !claim.isWaiting;
      },
      watch: (watcher) => claim.watch(watcher),
      result: () => {
        const outcome = self.outcome(claim, place.shard);
        return outcome === NOT_YET ? NOTHING : outcome;
      },
      leave: () => claim.leave(),
    };
    return new PyPending(awaited);
  }),
);
method(layerType, 'new_channel', 'self, pattern', (self: PyRedisLayer, pattern: Value) =>
  self.with(() => self.layer.newChannel(text(pattern))),
);
method(layerType, 'group_add', 'self, group, channel', (self: PyRedisLayer, group: Value, channel: Value) =>
  self.with(() => {
    self.layer.groupAdd(text(group), text(channel));
    return null;
  }),
);
method(layerType, 'group_discard', 'self, group, channel', (self: PyRedisLayer, group: Value, channel: Value) =>
  self.with(() => {
    self.layer.groupDiscard(text(group), text(channel));
    return null;
  }),
);
method(layerType, 'group_channels', 'self, group', (self: PyRedisLayer, group: Value) =>
  self.with(() => listOf(self.layer.groupChannels(text(group)))),
);
method(layerType, 'statistics', "self, channel=''", (self: PyRedisLayer, channel?: Value) =>
  self.with(() => new PyDict(new Map<string, Value>(Object.entries(self.layer.statistics(text(channel)))))),
);
method(layerType, 'flush', 'self', (self: PyRedisLayer) =>
  self.with(() => {
    self.layer.flush();
    return null;
  }),
);

export const REDIS_TYPES: readonly PyType[] = [layerType];
