/**
 * The module `_amqp`: what clients of RabbitMQ in Python are built on. They do not speak over the network; nothing takes time.
 *
 * `Connection(host, port, vhost, user, password, heartbeat=0, timeout=0)` waits for a server that is being started. Raises
 * ConnectionRefusedError, socket.gaierror, TimeoutError over a link that is cut, or `_amqp_errors.ConnectionClosed(code, text)`. Its methods take the channel's number first:
 *
 * - `open_channel(n)`, `close_channel(n)`, `close()`, `is_open()`
 * - asked, and answered at once; a refusal raises `_amqp_errors.ChannelClosed(code, text)`, `ConnectionClosed` or `ConnectionLost`:
 *   `queue_declare(n, name, passive, durable, exclusive, auto_delete, arguments)` gives `(name, messages, consumers)`,
 *   `queue_delete(n, name, if_unused, if_empty)` and `queue_purge(n, name)` give how many messages there were,
 *   `exchange_declare(n, name, type, passive, durable, auto_delete, internal, arguments)`, `exchange_delete(n, name, if_unused)`,
 *   `queue_bind(n, queue, exchange, routing_key, arguments)` and in the same way `queue_unbind`, `exchange_bind`, `exchange_unbind`,
 *   `qos(n, prefetch, is_global)`, `confirm_select(n)`, `recover(n)`, `consume(n, queue, tag, no_ack, exclusive)` gives the tag,
 *   `cancel(n, tag)`, `get(n, queue, no_ack)` gives None or
 *   `(delivery_tag, redelivered, exchange, routing_key, properties, body, messages)`
 * - said without an answer; what is wrong comes as an event: `publish(n, exchange, routing_key, body, properties, mandatory)`,
 *   `ack(n, tag, multiple)`, `nack(n, tag, multiple, requeue)`
 * - events, in the order in which the server says them: `next_event()` gives None or one of
 *   `('deliver', n, consumer_tag, delivery_tag, redelivered, exchange, routing_key, properties, body)`,
 *   `('return', n, 312, 'NO_ROUTE', exchange, routing_key, properties, body)`, `('confirm', n, sequence_number, is_ack)`,
 *   `('cancel', n, consumer_tag)`, `('channel_closed', n, code, text)`, `('closed', code, text)`: code 0: the server is gone.
 *   `wait(timeout=None)`: whether there is one by then, or `wake()` was called; `fileno()` is readable while there is one.
 * - `began(n, delivery_tag, name)` and `ended(n, delivery_tag, error='')` tell the picture who works on a delivery.
 *   `number(n, delivery_tag)` is its number there, for other processes; `works(count)`: so much is in hand that is acknowledged.
 *
 * `properties` and `arguments` are dicts of str, or None; properties by AMQP's names with underscores.
 */
import { nativeFunction } from '../python/objects/native.ts';
import { asSmallInt, asStr } from '../python/objects/protocol.ts';
import type { Value } from '../python/objects/value.ts';
import { machine } from '../python/vm/machine.ts';
import { CONNECTION_TYPE } from './amqp-type.ts';
import { rabbitAt } from './rabbit-server.ts';

export function amqpModule(): Map<string, Value> {
  /** The current process is the RabbitMQ server of a port until it ends. */
  const serve = nativeFunction(
    'serve',
    'port, user, password, vhost',
    (port: Value, user: Value, password: Value, vhost: Value) => {
      const server = rabbitAt(asSmallInt(port));
      const [name, secret, host] = [user, password, vhost].map((value) => asStr(value, 'argument'));
      server.start(machine.process, { user: name ?? '', password: secret ?? '', vhost: host ?? '' });
      machine.exitHooks.push((status) => server.stop(status));
      return null;
    },
  );
  return new Map<string, Value>([
    [serve.name, serve],
    [CONNECTION_TYPE.name, CONNECTION_TYPE],
  ]);
}
