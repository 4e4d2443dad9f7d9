/** Paths as a program gives them to functions of `os`. */
import { bufferOf } from '../objects/buffer.ts';
import { decodeBytes } from '../objects/decoding.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { callSpecial } from '../objects/protocol.ts';
import { textOf } from '../objects/text.ts';
import { typeOf, type Value } from '../objects/value.ts';

/** A path given as text, bytes or path-like object. */
export function pathText(path: Value, what: string): string {
  const text = textOf(path);
  if (text !== undefined) return text;
  const bytes = bufferOf(path);
  if (bytes !== undefined) return decodeBytes(bytes);
  const found = callSpecial(path, '__fspath__');
  if (found !== undefined) return pathText(found, what);
  return raise(TypeError, `${what} should be string, bytes or os.PathLike, not ${typeOf(path).name}`);
}
