/** `sys.getsizeof`. */
import { bind } from '../objects/attributes.ts';
import { PyRaise, raise, TypeError, ValueError } from '../objects/errors.ts';
import { PyNative } from '../objects/native.ts';
import { asSmallInt, call } from '../objects/protocol.ts';
import {
  isInstance,
  objectType,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PySet,
  PyTuple,
  typeOf,
  unwrap,
  type Value,
} from '../objects/value.ts';
import { PyGenerator } from '../vm/generator.ts';

/** Of the garbage collector: bytes before each object. */
const HEADER_SIZE = 16;

/** CPython: Python/sysmodule.c, _PySys_GetSizeOf. */
export function sizeOf(object: Value, missing?: Value): Value {
  const own = typeOf(object).lookup('__sizeof__');
  if (own === undefined || (own instanceof PyNative && own.owner === objectType)) return nativeSize(object);
  try {
    const answer = unwrap(call(bind(own, object, typeOf(object))));
    if (typeof answer !== 'number' && typeof answer !== 'bigint') return raise(TypeError, 'an integer is required');
    const size = asSmallInt(answer);
    return size < 0 ? raise(ValueError, '__sizeof__() should return >= 0') : size + HEADER_SIZE;
  } catch (thrown) {
    if (missing !== undefined && thrown instanceof PyRaise && isInstance(thrown.exception, TypeError)) return missing;
    throw thrown;
  }
}

/** CPython: the sizes of 64-bit objects, garbage collector's header included; an estimate for what has no fixed size. */
function nativeSize(object: Value): Value {
  if (object === null) return 16;
  if (typeof object === 'boolean' || typeof object === 'number')
    return Number(object) === 0 ? 28 : 24 + 4 * Math.ceil(Math.log2(Math.abs(Number(object)) + 1) / 30);
  if (typeof object === 'bigint') return 24 + 4 * Math.ceil(object.toString(2).replace('-', '').length / 30);
  if (typeof object === 'string') return stringSize(object);
  if (object instanceof PyFloat) return 24;
  if (object instanceof PyBytes) return 33 + object.bytes.length;
  if (object instanceof PyTuple) return 48 + 8 * object.items.length;
  if (object instanceof PyList) return 56 + 8 * object.items.length;
  if (object instanceof PyDict) return object.map.size === 0 ? 64 : 184 + 24 * Math.max(0, object.map.size - 5);
  if (object instanceof PySet) return 216;
  if (object instanceof PyGenerator) return 208;
  return object instanceof PyObject && object.attrs !== null ? 48 : 16;
}

function stringSize(text: string): number {
  const largest = [...text].reduce((most, character) => Math.max(most, character.codePointAt(0) ?? 0), 0);
  if (largest < 0x80) return 41 + text.length;
  if (largest < 0x100) return 57 + text.length;
  return largest < 0x10000 ? 58 + 2 * text.length : 60 + 4 * [...text].length;
}
