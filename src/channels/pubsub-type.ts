/** Python's side of channels_redis.pubsub: `_channels.Subscriber`, what one process has of a Redis that only passes messages on. */

import { noteWaiting } from '../python/modules/serving.ts';
import { method, newMethod, type Outcome } from '../python/objects/native.ts';
import { nativeType, PyDict, PyObject, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { listOf, text } from './arguments.ts';
import { type Data, dataOf, valueOf } from './data.ts';
import { type Awaited, PyPending } from './pending.ts';
import { Subscriber } from './pubsub.ts';
import { addressesOf, raiseRefused } from './redis-errors.ts';
import { type Address, type RedisServer, redisAt, withRedis } from './redis-server.ts';

const subscriberType = nativeType('Subscriber');
subscriberType.attrs.set('__module__', '_channels');

class PySubscriber extends PyObject {
  readonly address: Address;
  readonly server: RedisServer;
  readonly subscriber: Subscriber<Data>;

  constructor(cls: PyType, address: Address, events: { disconnect: string; reconnect: string }) {
    super(cls);
    this.address = address;
    this.server = redisAt(address.port);
    const hub = this.server.hub();
    this.subscriber = new Subscriber(hub);
    const { clock } = machine;
    const unwatch = this.server.watch(() => {
      const type = this.server.isUp ? events.reconnect : events.disconnect;
      if (type !== '') this.subscriber.putAll(dataOf(new PyDict(new Map([['type', type]]))), clock.now());
    });
    machine.exitHooks.push(() => {
      unwatch();
      this.subscriber.closeAll();
      hub.leave(this.subscriber);
    });
  }

  with(done: () => Outcome): Outcome {
    return withRedis([this.address], done, raiseRefused);
  }
}

newMethod(subscriberType, ([, addresses = null, disconnect = '', reconnect = ''], _keywords, cls): Outcome => {
  const [address] = addressesOf(addresses);
  const events = { disconnect: text(disconnect), reconnect: text(reconnect) };
  return new PySubscriber(cls, address as Address, events);
});
method(subscriberType, 'open', 'self, channel', (self: PySubscriber, channel: Value) =>
  self.with(() => {
    self.subscriber.open(text(channel));
    return null;
  }),
);
method(subscriberType, 'close', 'self, channel', (self: PySubscriber, channel: Value) => {
  self.subscriber.close(text(channel));
  return null;
});
method(subscriberType, 'close_all', 'self', (self: PySubscriber) => {
  self.subscriber.closeAll();
  return null;
});
method(subscriberType, 'has', 'self, channel', (self: PySubscriber, channel: Value) =>
  self.subscriber.has(text(channel)),
);
method(subscriberType, 'members', 'self, group', (self: PySubscriber, group: Value) =>
  listOf(self.subscriber.members(text(group))),
);
method(subscriberType, 'send', 'self, channel, message', (self: PySubscriber, channel: Value, message: Value) => {
  const data = dataOf(message);
  return self.with(() => {
    self.server.hub().send(text(channel), data);
    return null;
  });
});
method(subscriberType, 'group_send', 'self, group, message', (self: PySubscriber, group: Value, message: Value) => {
  const data = dataOf(message);
  return self.with(() => {
    self.server.hub().groupSend(text(group), data);
    return null;
  });
});
method(subscriberType, 'group_add', 'self, group, channel', (self: PySubscriber, group: Value, channel: Value) =>
  self.with(() => {
    self.subscriber.add(text(group), text(channel));
    return null;
  }),
);
method(subscriberType, 'group_discard', 'self, group, channel', (self: PySubscriber, group: Value, channel: Value) =>
  self.with(() => {
    self.subscriber.discard(text(group), text(channel));
    return null;
  }),
);
/** Ready when something stands in the channel's queue; its result is the message, or None when another was sooner. */
method(subscriberType, 'pending', 'self, channel', (self: PySubscriber, channel: Value) => {
  noteWaiting();
  const name = text(channel);
  const { server, subscriber } = self;
  const awaited: Awaited = {
    isShared: true,
    get isReady() {
      return subscriber.hasSome(name);
    },
    watch: (watcher) => subscriber.watch(watcher),
    result: () => {
      const envelope = subscriber.take(name);
      if (envelope === null) return null;
      const message = valueOf(envelope.message, true);
      if (message instanceof PyObject) server.reporter.received(envelope, message);
      return message;
    },
    leave: () => undefined,
  };
  return new PyPending(awaited);
});

export const PUBSUB_TYPES: readonly PyType[] = [subscriberType];
