/** What the types of layers that keep their messages in Redis servers have in common. */

import type { Outcome } from '../python/objects/native.ts';
import { newMethod } from '../python/objects/native.ts';
import { asFloat } from '../python/objects/protocol.ts';
import { PyObject, type PyType } from '../python/objects/value.ts';
import { text } from './arguments.ts';
import { addressesOf, raiseRefused } from './redis-errors.ts';
import { type Address, withRedis } from './redis-server.ts';

export interface ShardedInit {
  /** Of the shards, in order. */
  readonly addresses: readonly Address[];
  readonly prefix: string;
  /** Seconds. */
  readonly expiry: number;
  /** Seconds. */
  readonly groupExpiry: number;
}

/** A layer of Python's over `layer`. Every command needs the servers of all its shards. */
export class PyShardedLayer<Layer> extends PyObject {
  readonly addresses: readonly Address[];
  readonly layer: Layer;

  constructor(cls: PyType, addresses: readonly Address[], layer: Layer) {
    super(cls);
    this.addresses = addresses;
    this.layer = layer;
  }

  /** What is done once all servers are there. */
  with(done: () => Outcome): Outcome {
    return withRedis(this.addresses, done, raiseRefused);
  }
}

/** `cls(addresses, prefix='', expiry=60, group_expiry=86400)` */
export function newShardedMethod(cls: PyType, make: (cls: PyType, init: ShardedInit) => PyObject): void {
  newMethod(
    cls,
    ([, addresses = null, prefix = '', expiry = 60, groupExpiry = 86_400], _keywords, made): Outcome =>
      make(made, {
        addresses: addressesOf(addresses),
        prefix: text(prefix),
        expiry: asFloat(expiry),
        groupExpiry: asFloat(groupExpiry),
      }),
  );
}
