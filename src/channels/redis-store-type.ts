/** Python's side of the package `redis`: `_channels.RedisStore` and `_channels.Mailbox`. Values come and go as bytes. */

import { noteWaiting } from '../python/modules/serving.ts';
import { NOT_YET, waitFor } from '../python/modules/waiting.ts';
import { method, newMethod, type Outcome } from '../python/objects/native.ts';
import { asFloat, toArray } from '../python/objects/protocol.ts';
import { nativeType, PyBytes, PyList, PyObject, PyTuple, type PyType, type Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import type { NetEndpoint } from '../python/vm/network.ts';
import { text } from './arguments.ts';
import type { Mailbox } from './mailboxes.ts';
import { type Awaited, PyPending } from './pending.ts';
import { addressesOf, raiseConnectionError, raiseRefused, raiseResponseError } from './redis-errors.ts';
import { type Address, type RedisServer, redisAt, withRedis } from './redis-server.ts';
import type { Reply } from './redis-store.ts';

const storeType = nativeType('RedisStore');
const mailboxType = nativeType('Mailbox');
for (const cls of [storeType, mailboxType]) cls.attrs.set('__module__', '_channels');

class PyRedisStore extends PyObject {
  readonly address: Address;
  readonly server: RedisServer;

  constructor(cls: PyType, address: Address) {
    super(cls);
    this.address = address;
    this.server = redisAt(address.port);
  }

  get store(): ReturnType<RedisServer['store']> {
    return this.server.store(this.address.db);
  }

  with(done: () => Outcome): Outcome {
    return withRedis([this.address], done, raiseRefused);
  }

  /** What a blocking pop has found; NOT_YET: nothing so far. */
  popped(end: 'left' | 'right', keys: readonly string[]): Value | typeof NOT_YET {
    if (!this.server.isUp) return raiseConnectionError('Connection closed by server.');
    const found = this.store.pop(end, keys);
    return found === null ? NOT_YET : new PyTuple(found.map(bytesOf));
  }
}

/** One character a byte. */
function bytesOf(held: string): PyBytes {
  return new PyBytes(Uint8Array.from(held, (character) => character.charCodeAt(0)));
}

function heldOf(value: Value): string {
  return value instanceof PyBytes ? Array.from(value.bytes, (byte) => String.fromCharCode(byte)).join('') : text(value);
}

function valueOfReply(reply: Reply): Value {
  if (reply === null || typeof reply === 'number') return reply;
  if (typeof reply === 'string') return bytesOf(reply);
  if ('error' in reply) return raiseResponseError(reply.error.replace(/^ERR /, ''));
  if ('simple' in reply) return reply.simple;
  return new PyList(reply.map(valueOfReply));
}

/** Something in the store may have changed, or the server is gone. */
function changesOf(self: PyRedisStore): Pick<NetEndpoint, 'watch'> {
  return {
    watch: (watcher) => {
      const ends = [self.store.watch(watcher), self.server.watch(watcher)];
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

newMethod(storeType, ([, addresses = null], _keywords, cls): Outcome => {
  const [address] = addressesOf(addresses);
  return new PyRedisStore(cls, address as Address);
});
/** All of a server's databases. */
method(storeType, 'flushall', 'self', (self: PyRedisStore) =>
  self.with(() => {
    self.server.flushStores();
    return null;
  }),
);
/** Replies are ints, bytes, lists of them, or None; `OK` and its like are texts. */
method(storeType, 'execute', 'self, command, args', (self: PyRedisStore, command: Value, args: Value) =>
  self.with(() => valueOfReply(self.store.execute(text(command), toArray(args).map(heldOf)))),
);
/** `(key, value)` of the first list that has something; None when none has in time. `timeout` 0: for ever. */
method(storeType, 'pop', 'self, end, keys, timeout', (self: PyRedisStore, end: Value, keys: Value, timeout: Value) => {
  const names = toArray(keys).map(heldOf);
  const seconds = asFloat(timeout);
  noteWaiting();
  return self.with(() =>
    waitFor({
      kind: 'socket',
      label: () => `an item in ${names.join(', ')}`,
      endpoints: [{ ...IDLE, ...changesOf(self) }],
      deadline: seconds === 0 ? null : machine.clock.now() + seconds,
      attempt: () => self.popped(text(end) as 'left' | 'right', names),
      late: () => null,
    }),
  );
});
method(storeType, 'pending', 'self, end, keys', (self: PyRedisStore, end: Value, keys: Value) => {
  const names = toArray(keys).map(heldOf);
  noteWaiting();
  const awaited: Awaited = {
    isShared: true,
    get isReady() {
      return !self.server.isUp || names.some((name) => self.store.kindOf(name) !== undefined);
    },
    watch: (watcher) => changesOf(self).watch(watcher),
    result: () => {
      const popped = self.popped(text(end) as 'left' | 'right', names);
      return popped === NOT_YET ? null : popped;
    },
    leave: () => undefined,
  };
  return self.with(() => new PyPending(awaited));
});
/** How many have heard it. */
method(storeType, 'publish', 'self, channel, data', (self: PyRedisStore, channel: Value, data: Value) =>
  self.with(() => self.server.mailboxes.publish({ channel: heldOf(channel), data: heldOf(data) })),
);
method(storeType, 'mailbox', 'self', (self: PyRedisStore) => {
  const { mailboxes } = self.server;
  const box = mailboxes.open();
  machine.exitHooks.push(() => mailboxes.close(box));
  return new PyMailbox(self, box);
});

const IDLE = { isReadable: false, isWritable: false, hasHungUp: false, hasFailed: false, close: () => undefined };

class PyMailbox extends PyObject {
  readonly client: PyRedisStore;
  readonly box: Mailbox;
  constructor(client: PyRedisStore, box: Mailbox) {
    super(mailboxType);
    this.client = client;
    this.box = box;
  }

  next(): Value | typeof NOT_YET {
    if (!this.client.server.isUp) return raiseConnectionError('Connection closed by server.');
    const mail = this.box.mail.shift();
    return mail === undefined ? NOT_YET : new PyTuple([bytesOf(mail.channel), bytesOf(mail.data)]);
  }

  watch(watcher: () => void): () => void {
    const ends = [this.box.watch(watcher), this.client.server.watch(watcher)];
    return () => {
      for (const end of ends) end();
    };
  }
}

/** To how many channels it is subscribed then. */
method(mailboxType, 'subscribe', 'self, channel', (self: PyMailbox, channel: Value) =>
  self.client.with(() => self.box.channels.add(heldOf(channel)).size),
);
method(mailboxType, 'unsubscribe', 'self, channel', (self: PyMailbox, channel: Value) => {
  self.box.channels.delete(heldOf(channel));
  return self.box.channels.size;
});
method(mailboxType, 'channels', 'self', (self: PyMailbox) => new PyList([...self.box.channels].map(bytesOf)));
/** `(channel, data)`; None when nothing has come in time. `timeout` None: for ever. */
method(mailboxType, 'receive', 'self, timeout', (self: PyMailbox, timeout: Value) => {
  noteWaiting();
  return self.client.with(() =>
    waitFor({
      kind: 'socket',
      label: () => `a message published on ${[...self.box.channels].join(', ')}`,
      endpoints: [{ ...IDLE, watch: (watcher) => self.watch(watcher) }],
      deadline: timeout === null ? null : machine.clock.now() + asFloat(timeout),
      attempt: () => self.next(),
      late: () => null,
    }),
  );
});
method(mailboxType, 'pending', 'self', (self: PyMailbox) => {
  noteWaiting();
  const awaited: Awaited = {
    isShared: true,
    get isReady() {
      return !self.client.server.isUp || self.box.mail.length > 0;
    },
    watch: (watcher) => self.watch(watcher),
    result: () => {
      const next = self.next();
      return next === NOT_YET ? null : next;
    },
    leave: () => undefined,
  };
  return new PyPending(awaited);
});

export const STORE_TYPES: readonly PyType[] = [storeType, mailboxType];
