/** Paths as a program gives them to functions of `os`. */
import { bufferOf } from '../objects/buffer.ts';
import { decodeBytes } from '../objects/decoding.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { callSpecial } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { typeOf, type Value } from '../objects/value.ts';

/** A path given as text, bytes or path-like object. */
export function pathText(path: Value, what: string): string {
  return plainText(plainPath(path, what));
}

/** What a function takes for a path, in the words of its TypeError. */
const PATH = 'should be string, bytes or os.PathLike';
export const PATH_OR_DESCRIPTOR = 'should be string, bytes, os.PathLike or integer';

/** The text or bytes of a path, as exceptions name the file. */
export function plainPath(path: Value, what: string, wanted = PATH): Value {
  if (textOf(path)?.includes('\0') === true) {
    const isNamed = what.includes(': ');
    raise(ValueError, isNamed ? what.replace(': ', ': embedded null character in ') : 'embedded null byte');
  }
  if (textOf(path) !== undefined || bufferOf(path) !== undefined) return path;
  const found = callSpecial(path, '__fspath__');
  if (found !== undefined) return plainPath(found, what, wanted);
  return raise(TypeError, `${what}${wanted === '' ? '' : ` ${wanted}`}, not ${typeOf(path).name}`);
}

/** Of what `plainPath` gave. */
export function plainText(path: Value): string {
  return textOf(path) ?? decodeBytes(bufferOf(path) ?? new Uint8Array());
}
