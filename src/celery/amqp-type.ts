/** Python's side of a connection with RabbitMQ: `_amqp.Connection`. What each of its methods does: amqp-module.ts. */
import { closeDescriptor, openEndpoint } from '../python/modules/descriptors.ts';
import { isOwnHost } from '../python/modules/own-servers.ts';
import { NOT_YET, waitFor } from '../python/modules/waiting.ts';
import { getAttr } from '../python/objects/attributes.ts';
import {
  ConnectionRefusedError,
  type PyException,
  raise,
  raiseObject,
  TimeoutError,
} from '../python/objects/errors.ts';
import { method, newMethod, type Outcome } from '../python/objects/native.ts';
import { asFloat, asSmallInt, asStr, call, truthy } from '../python/objects/protocol.ts';
import {
  nativeType,
  PyByteArray,
  PyBytes,
  PyObject,
  PyTuple,
  type PyType,
  unwrap,
  type Value,
} from '../python/objects/value.ts';
import { load } from '../python/vm/import.ts';
import { machine } from '../python/vm/machine.ts';
import type { NetTraffic } from '../python/vm/network.ts';
import { ClientEnd, type ClientEndInit } from './amqp-connection.ts';
import type { Stored } from './broker-queue.ts';
import type { Channel, Delivery, ServerEvent } from './channel.ts';
import { AmqpError } from './errors.ts';
import { dictOf, tableOf } from './fields-python.ts';
import type { Message } from './message.ts';
import { type RabbitServer, rabbitAt, withRabbit } from './rabbit-server.ts';

const CONNECTION_REFUSED = 111;
const connectionType = nativeType('Connection');
connectionType.attrs.set('__module__', '_amqp');

class PyConnection extends PyObject {
  readonly end: ClientEnd;
  /** What the client works on, by channel and delivery tag. */
  readonly inHand: Map<string, Stored> = new Map();
  /** It has it open as long as the process lives, or until it closes it. */
  readonly fd: number;

  constructor(cls: PyType, init: ClientEndInit) {
    super(cls);
    this.end = new ClientEnd(init);
    this.fd = openEndpoint(this.end);
  }

  get host() {
    return this.end.connection.host;
  }

  /** What is asked on a channel and answered at once; the server's refusal is raised. */
  ask<T>(number: Value, action: (channel: Channel) => T): T {
    const { connection } = this.end;
    if (!connection.isOpen) return raiseClosed('ConnectionLost', 0, 'Connection reset by peer');
    const at = asSmallInt(number);
    const channel = connection.channel(at);
    if (channel === undefined) return raiseClosed('ChannelClosed', 0, 'Channel is closed.');
    try {
      return connection.ask(at, () => action(channel));
    } catch (thrown) {
      if (!(thrown instanceof AmqpError)) throw thrown;
      return raiseClosed(thrown.endsConnection ? 'ConnectionClosed' : 'ChannelClosed', thrown.code, thrown.text);
    }
  }

  /** What is said on a channel without waiting for an answer. */
  tell(number: Value, action: (channel: Channel) => void): null {
    const { end } = this;
    if (end.connection.isOpen) end.do(() => end.connection.tell(asSmallInt(number), action));
    return null;
  }
}

function raiseClosed(name: string, code: number, text: string): never {
  return raiseObject(call(getAttr(load('_amqp_errors'), name), code, text) as PyException);
}

newMethod(
  connectionType,
  (
    [, host = null, port = 0, vhost = '/', user = '', password = '', heartbeat = 0, timeout = 0],
    _keywords,
    cls,
  ): Outcome => {
    const [name, at] = [text(host), asSmallInt(port)];
    return withRabbit(
      name,
      at,
      () => {
        const server = rabbitAt(at);
        const access = { user: text(user), password: text(password), vhost: text(vhost) };
        const init = { server, heartbeat: asSmallInt(heartbeat), ends: server.endsOf(name), traffic: trafficHere() };
        return overLink(init, asFloat(timeout), () => {
          checkAccess(server, access);
          return new PyConnection(cls, init);
        });
      },
      () => {
        if (isOwnHost(name)) return raise(ConnectionRefusedError, CONNECTION_REFUSED, 'Connection refused');
        return raiseObject(call(getAttr(load('_amqp_errors'), 'unknown_host')) as PyException);
      },
    );
  },
);

function trafficHere(): NetTraffic | null {
  return machine.scheduler.system.network?.traffic ?? null;
}

/** What was done, unless the link is cut: then nobody answers. */
function overLink({ ends, traffic }: ClientEndInit, seconds: number, done: () => Outcome): Outcome {
  const isCut = (): boolean => traffic?.isCut(ends) ?? false;
  if (!isCut()) return done();
  return waitFor({
    kind: 'socket',
    label: () => 'an answer of RabbitMQ',
    endpoints: [],
    deadline: machine.clock.now() + seconds,
    attempt: () => (isCut() ? NOT_YET : done()),
    late: () => raise(TimeoutError, 'timed out'),
  });
}

function checkAccess(server: RabbitServer, given: RabbitServer['access']): void {
  const { password, user, vhost } = server.access;
  if (given.user !== user || given.password !== password)
    raiseClosed(
      'ConnectionClosed',
      403,
      'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.',
    );
  if (given.vhost !== vhost) raiseClosed('ConnectionClosed', 530, `NOT_ALLOWED - vhost ${given.vhost} not found`);
}

function define(
  name: string,
  signature: string,
  perform: (self: PyConnection, number: Value, ...rest: Value[]) => Outcome,
): void {
  method(connectionType, name, `self, ${signature}`, (self: PyConnection, number: Value, ...rest: Value[]) =>
    perform(self, number, ...rest),
  );
}

/** What is answered: over a link that is cut not until it is healed, or one of them has given up. */
function defineAsked(...[name, signature, perform]: Parameters<typeof define>): void {
  define(name, signature, (self, ...rest) => {
    const { end } = self;
    end.do(() => undefined);
    if (!end.isCut || !end.connection.isOpen) return perform(self, ...rest);
    return waitFor({
      kind: 'socket',
      label: () => 'an answer of RabbitMQ',
      endpoints: [end],
      deadline: null,
      attempt: () => (end.isCut && end.connection.isOpen ? NOT_YET : perform(self, ...rest)),
      late: () => null,
    });
  });
}

defineAsked('open_channel', 'channel', (self, number) => {
  if (!self.end.connection.isOpen) return raiseClosed('ConnectionLost', 0, 'Connection reset by peer');
  self.end.connection.open(asSmallInt(number));
  return null;
});
defineAsked('close_channel', 'channel', (self, number) => {
  self.end.connection.closeChannel(asSmallInt(number));
  return null;
});
defineAsked(
  'queue_declare',
  'channel, name, passive, durable, exclusive, auto_delete, arguments',
  (self, number, ...rest) =>
    self.ask(number, () => {
      const [name = '', passive = false, durable = false, exclusive = false, autoDelete = false, args] = rest;
      const { connection } = self.end;
      const asked = {
        name: text(name),
        durable: truthy(durable),
        exclusive: truthy(exclusive),
        autoDelete: truthy(autoDelete),
        args: tableOf(args),
      };
      const queue = truthy(passive)
        ? self.host.queue(asked.name, connection)
        : self.host.declareQueue(asked, connection);
      return new PyTuple([queue.name, queue.readyCount, queue.consumers().length]);
    }),
);
defineAsked(
  'queue_delete',
  'channel, name, if_unused, if_empty',
  (self, number, name = '', ifUnused = false, ifEmpty = false) =>
    self.ask(number, () =>
      self.host.deleteQueue(text(name), { ifUnused: truthy(ifUnused), ifEmpty: truthy(ifEmpty) }, self.end.connection),
    ),
);
defineAsked('queue_purge', 'channel, name', (self, number, name = '') =>
  self.ask(number, () => self.host.queue(text(name), self.end.connection).purge()),
);
defineAsked(
  'exchange_declare',
  'channel, name, type, passive, durable, auto_delete, internal, arguments',
  (self, number, ...rest) =>
    self.ask(number, () => {
      const [name = '', type = '', passive = false, durable = false, autoDelete = false, internal = false, args] = rest;
      if (truthy(passive)) self.host.exchange(text(name));
      else
        self.host.declareExchange({
          name: text(name),
          type: text(type),
          durable: truthy(durable),
          autoDelete: truthy(autoDelete),
          internal: truthy(internal),
          args: tableOf(args),
        });
      return null;
    }),
);
defineAsked('exchange_delete', 'channel, name, if_unused', (self, number, name = '', ifUnused = false) =>
  self.ask(number, () => {
    self.host.deleteExchange(text(name), truthy(ifUnused));
    return null;
  }),
);
for (const deed of ['bind', 'unbind'] as const) {
  for (const to of ['queue', 'exchange'] as const) {
    defineAsked(`${to}_${deed}`, 'channel, target, exchange, routing_key, arguments', (self, number, ...rest) =>
      self.ask(number, () => {
        const [target = '', exchange = '', key = '', args] = rest;
        const binding = { target: text(target), to, key: text(key), args: tableOf(args) };
        self.host[deed](text(exchange), binding, self.end.connection);
        return null;
      }),
    );
  }
}
defineAsked('qos', 'channel, prefetch, is_global', (self, number, prefetch = 0, isGlobal = false) =>
  self.ask(number, (channel) => {
    channel.qos(asSmallInt(prefetch), truthy(isGlobal));
    return null;
  }),
);
defineAsked('confirm_select', 'channel', (self, number) =>
  self.ask(number, (channel) => {
    channel.confirmSelect();
    return null;
  }),
);
define('publish', 'channel, exchange, routing_key, body, properties, mandatory', (self, number, ...rest) => {
  const [exchange = '', routingKey = '', body = null, properties, mandatory = false] = rest;
  const bytes = unwrap(body);
  const message: Message = {
    exchange: text(exchange),
    routingKey: text(routingKey),
    properties: tableOf(properties),
    body:
      bytes instanceof PyBytes || bytes instanceof PyByteArray
        ? bytes.bytes.slice()
        : new TextEncoder().encode(text(body)),
  };
  return self.tell(number, (channel) => channel.publish({ message, mandatory: truthy(mandatory) }));
});
defineAsked('consume', 'channel, queue, tag, no_ack, exclusive', (self, number, ...rest) =>
  self.ask(number, (channel) => {
    const [queue = '', tag = '', noAck = false, exclusive = false] = rest;
    const asked = { tag: text(tag), noAck: truthy(noAck), exclusive: truthy(exclusive) };
    return channel.consume(self.host.queue(text(queue), self.end.connection), asked);
  }),
);
defineAsked('cancel', 'channel, tag', (self, number, tag = '') =>
  self.ask(number, (channel) => {
    channel.cancel(text(tag));
    return null;
  }),
);
defineAsked('get', 'channel, queue, no_ack', (self, number, name = '', noAck = false) =>
  self.ask(number, (channel) => {
    const queue = self.host.queue(text(name), self.end.connection);
    const delivery = channel.get(queue, truthy(noAck));
    if (delivery !== null) self.inHand.set(keyOf(number, delivery.tag), delivery.stored);
    return delivery === null ? null : new PyTuple([...deliveryItems(delivery), queue.readyCount]);
  }),
);
define('ack', 'channel, tag, multiple', (self, number, tag = 0, multiple = false) =>
  self.tell(number, (channel) => channel.ack(asSmallInt(tag), truthy(multiple))),
);
define('nack', 'channel, tag, multiple, requeue', (self, number, tag = 0, multiple = false, requeue = true) =>
  self.tell(number, (channel) => channel.nack(asSmallInt(tag), truthy(multiple), truthy(requeue))),
);
defineAsked('recover', 'channel', (self, number) =>
  self.ask(number, (channel) => {
    channel.recover();
    return null;
  }),
);
/** The trace's number of what the client works on; 0: nothing is recorded. */
define('number', 'channel, tag', (self, number, tag = 0) => {
  const stored = self.inHand.get(keyOf(number, tag));
  return stored === undefined ? 0 : self.end.server.reporter.numberOf(stored);
});
define('began', 'channel, tag, name', (self, number, tag = 0, name = '') => {
  const stored = self.inHand.get(keyOf(number, tag));
  if (stored !== undefined) machine.observer?.brokers?.began(self.end.server.reporter.numberOf(stored), text(name));
  return null;
});
define('ended', 'channel, tag, error=None', (self, number, tag = 0, error = '') => {
  const stored = self.inHand.get(keyOf(number, tag));
  self.inHand.delete(keyOf(number, tag));
  if (stored === undefined) return null;
  const outcome = error === '' ? 'finished' : 'failed';
  machine.observer?.brokers?.ended(self.end.server.reporter.numberOf(stored), outcome, text(error));
  return null;
});
method(connectionType, 'works', 'self, count', (self: PyConnection, count: Value) => {
  self.end.work = asSmallInt(count);
  return null;
});
method(connectionType, 'close', 'self', (self: PyConnection) => {
  self.end.close();
  closeDescriptor(self.fd);
  return null;
});
method(connectionType, 'wake', 'self', (self: PyConnection) => {
  self.end.wake();
  return null;
});
method(connectionType, 'is_open', 'self', (self: PyConnection) => self.end.connection.isOpen);
method(connectionType, 'fileno', 'self', (self: PyConnection) => self.fd);
method(connectionType, 'next_event', 'self', (self: PyConnection) => {
  const event = self.end.next();
  return event === undefined ? null : eventTuple(self, event);
});
method(connectionType, 'wait', 'self, timeout=None', (self: PyConnection, timeout?: Value) =>
  waitFor({
    kind: 'socket',
    label: () => 'a message of RabbitMQ',
    endpoints: [self.end],
    deadline: timeout === undefined || timeout === null ? null : machine.clock.now() + asFloat(timeout),
    attempt: () => self.end.isReadable || NOT_YET,
    late: () => false,
  }),
);

function eventTuple(self: PyConnection, event: ServerEvent): PyTuple {
  switch (event.kind) {
    case 'deliver':
      self.inHand.set(keyOf(event.channel, event.delivery.tag), event.delivery.stored);
      return new PyTuple(['deliver', event.channel, event.consumerTag, ...deliveryItems(event.delivery)]);
    case 'return':
      return new PyTuple(['return', event.channel, 312, 'NO_ROUTE', ...messageItems(event.message)]);
    case 'confirm':
      return new PyTuple(['confirm', event.channel, event.tag, event.isAck]);
    case 'cancel':
      return new PyTuple(['cancel', event.channel, event.consumerTag]);
    case 'channel closed':
      return new PyTuple(['channel_closed', event.channel, event.code, event.text]);
    case 'connection closed':
      return new PyTuple(['closed', event.code, event.text]);
    default:
      return new PyTuple(['closed', 0, 'Connection reset by peer']);
  }
}

function deliveryItems({ isRedelivered, message, properties, tag }: Delivery): readonly Value[] {
  return [tag, isRedelivered, ...messageItems({ ...message, properties })];
}

function messageItems({ body, exchange, properties, routingKey }: Message): readonly Value[] {
  return [exchange, routingKey, dictOf(properties), new PyBytes(body.slice())];
}

function keyOf(channel: Value, tag: Value): string {
  return `${channel} ${tag}`;
}

function text(value: Value): string {
  return asStr(value, 'argument');
}

export const CONNECTION_TYPE = connectionType;
