/** The module `_wires`, which CPython does not have: through it our HTTP packages tell the trace of requests and pools. Unrecorded it does nothing. */
import { raise, TypeError } from '../objects/errors.ts';
import { nativeFunction } from '../objects/native.ts';
import { asSmallInt, each } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { PyObject, type Value } from '../objects/value.ts';
import { machine } from '../vm/machine.ts';

export function wiresModule(): Map<string, Value> {
  const functions = [
    nativeFunction('began', 'label, host, pool, /', (label: Value, host: Value, pool: Value) => {
      const facts = { label: text(label), host: text(host), pool: pool instanceof PyObject ? pool : null };
      return machine.observer?.requests?.began(facts) ?? 0;
    }),
    nativeFunction('ended', 'request, outcome, text, /', (request: Value, outcome: Value, said: Value) => {
      machine.observer?.requests?.ended(asSmallInt(request), asSmallInt(outcome), text(said));
      return null;
    }),
    nativeFunction('pooled', 'pool, type, limit, per_host, users, waiters, /', (...args: (Value | undefined)[]) => {
      const [pool = null, type = null, limit = null, perHost = null, users = null, waiters = null] = args;
      if (!(pool instanceof PyObject)) return raise(TypeError, 'a pool is an object');
      machine.observer?.requests?.pooled(pool, {
        type: text(type),
        limit: asSmallInt(limit),
        perHost: asSmallInt(perHost),
        users: [...each(users)].map(asSmallInt),
        waiters: [...each(waiters)].map(asSmallInt),
      });
      return null;
    }),
  ];
  return new Map(functions.map((native) => [native.name, native]));
}

function text(value: Value): string {
  return textOf(value) ?? raise(TypeError, 'a text is expected');
}
