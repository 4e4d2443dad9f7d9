/** How many items there will be, as far as an object knows. */
import { OverflowError, PyRaise, raise, TypeError, ValueError } from './errors.ts';
import { callSpecial, length, ssizeOf } from './protocol.ts';
import { isInstance, NotImplemented, typeOf, unwrap, type Value } from './value.ts';

/** CPython: Objects/abstract.c, PyObject_LengthHint. */
export function lengthHint(object: Value, missing: number): number {
  const cls = typeOf(object);
  try {
    if (cls.lookup('__len__') !== undefined) return length(object);
  } catch (thrown) {
    if (!(thrown instanceof PyRaise && isInstance(thrown.exception, TypeError))) throw thrown;
  }
  return declaredHint(object, missing);
}

function declaredHint(object: Value, missing: number): number {
  let hint: Value | undefined;
  try {
    hint = callSpecial(object, '__length_hint__');
  } catch (thrown) {
    if (thrown instanceof PyRaise && isInstance(thrown.exception, TypeError)) return missing;
    throw thrown;
  }
  if (hint === undefined || hint === NotImplemented) return missing;
  const plain = unwrap(hint);
  const given = typeof plain === 'boolean' ? Number(plain) : plain;
  if (typeof given !== 'number' && typeof given !== 'bigint')
    return raise(TypeError, `__length_hint__ must be an integer, not ${typeOf(hint).tpName}`);
  const size = ssizeOf(given);
  if (size === undefined) return raise(OverflowError, 'Python int too large to convert to C ssize_t');
  return size < 0 ? raise(ValueError, '__length_hint__() should return >= 0') : size;
}
