/** The module `_channels`: what the Python of channel layers and consumers is built on. */
import { nativeFunction } from '../python/objects/native.ts';
import { asSmallInt, truthy } from '../python/objects/protocol.ts';
import { PyObject, type Value } from '../python/objects/value.ts';
import type { EnvelopeOutcome } from '../python/vm/brokers.ts';
import { machine } from '../python/vm/machine.ts';
import { text } from './arguments.ts';
import { jsonSize } from './data.ts';
import { QUIRKS } from './envelope.ts';
import { MEMORY_TYPES } from './memory-type.ts';
import { shardOf } from './names.ts';
import { PUBSUB_TYPES } from './pubsub-type.ts';
import { quirksOf } from './quirks.ts';
import { redisAt } from './redis-server.ts';
import { STORE_TYPES } from './redis-store-type.ts';
import { REDIS_TYPES } from './redis-type.ts';
import { envelopeOf } from './reporter.ts';
import { SORTED_TYPES } from './sorted-type.ts';
import { letters } from './world.ts';

function numberOf(message: Value): number {
  return message instanceof PyObject ? envelopeOf(message) : 0;
}

export function channelsModule(): Map<string, Value> {
  const functions = [
    /** A consumer begins with the very dict that it was given by a layer. */
    nativeFunction('began', 'message, consumer', (message: Value, consumer: Value) => {
      machine.observer?.brokers?.began(numberOf(message), text(consumer));
      return null;
    }),
    nativeFunction('ended', 'message, outcome, text', (message: Value, outcome: Value, detail: Value) => {
      machine.observer?.brokers?.ended(numberOf(message), text(outcome) as EnvelopeOutcome, text(detail));
      return null;
    }),
    /** How long it is as JSON, as far as it is plain data: not every layer minds. */
    nativeFunction('json_size', 'message', (message: Value) => jsonSize(message)),
    /** Of so many shards, that of a name. */
    nativeFunction('shard_of', 'name, shards', (name: Value, shards: Value) => shardOf(text(name), asSmallInt(shards))),
    nativeFunction('has_quirk', 'name', (name: Value) =>
      QUIRKS.some((quirk) => quirk === name && quirksOf(machine).has(quirk)),
    ),
    /** So many that nobody else has, of the letters of the alphabet. */
    nativeFunction('letters', 'count, alphabet=None', (count: Value, alphabet?: Value) =>
      letters(machine, asSmallInt(count), typeof alphabet === 'string' ? alphabet : undefined),
    ),
    /** The current process is the Redis server of a port until it ends. */
    nativeFunction('serve_redis', 'port, keep', (port: Value, keep: Value) => {
      const server = redisAt(asSmallInt(port));
      server.start(machine.process, truthy(keep));
      machine.exitHooks.push(() => server.stop());
      return null;
    }),
  ];
  const types = [...MEMORY_TYPES, ...REDIS_TYPES, ...SORTED_TYPES, ...PUBSUB_TYPES, ...STORE_TYPES];
  return new Map<string, Value>([
    ...functions.map((native) => [native.name, native] as const),
    ...types.map((cls) => [cls.name, cls] as const),
  ]);
}
