/** Messages as the trace shows them: a few words, and their repr as far as it is plain. Nothing of the program's runs for it. */
import { bytesRepr } from '../python/objects/buffer.ts';
import { dictGet, dictKeys } from '../python/objects/dict.ts';
import { floatRepr } from '../python/objects/float-text.ts';
import { strRepr } from '../python/objects/text.ts';
import {
  PyByteArray,
  PyBytes,
  PyDict,
  PyFloat,
  PyList,
  PyTuple,
  typeOf,
  unwrap,
  type Value,
} from '../python/objects/value.ts';

const BODY_MAX = 400;
const WORDS_MAX = 24;
const DEPTH_MAX = 6;

export function bodyOf(message: Value): string {
  return cut(shown(message, 0), BODY_MAX);
}

/** What tells most of it: the request, the text, the event's type, or else the first value. */
export function labelOf(message: Value): string {
  if (!(message instanceof PyDict)) return cut(shown(message, 0), WORDS_MAX);
  const at = (key: string): Value => dictGet(message, key) ?? null;
  const method = at('method');
  if (typeof method === 'string') return cut(`${method} ${plain(at('path'))}`, WORDS_MAX);
  for (const key of ['text', 'bytes', 'type', 'status', 'content', 'path']) {
    const value = at(key);
    if (value !== null) return cut(key === 'text' || key === 'bytes' ? shown(value, 0) : plain(value), WORDS_MAX);
  }
  for (const key of dictKeys(message)) {
    if (key !== 'reply_channel') return cut(`${plain(key)}: ${shown(dictGet(message, key) ?? null, 0)}`, WORDS_MAX);
  }
  return '{}';
}

function cut(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max - 1)}…` : text;
}

function plain(value: Value): string {
  return typeof value === 'string' ? value : shown(value, 0);
}

function shown(value: Value, depth: number): string {
  const inner = unwrap(value);
  if (inner === null) return 'None';
  if (typeof inner === 'boolean') return inner ? 'True' : 'False';
  if (typeof inner === 'string') return strRepr(inner.length > BODY_MAX ? inner.slice(0, BODY_MAX) : inner);
  if (typeof inner !== 'object') return `${inner}`;
  if (inner instanceof PyFloat) return floatRepr(inner.value);
  if (inner instanceof PyBytes || inner instanceof PyByteArray) return `b${quoted(inner.bytes)}`;
  if (depth >= DEPTH_MAX) return '...';
  if (inner instanceof PyList) return `[${inner.items.map((item) => shown(item, depth + 1)).join(', ')}]`;
  if (inner instanceof PyTuple) return `(${inner.items.map((item) => shown(item, depth + 1)).join(', ')})`;
  if (inner instanceof PyDict) {
    const pairs = dictKeys(inner).map(
      (key) => `${shown(key, depth + 1)}: ${shown(dictGet(inner, key) ?? null, depth + 1)}`,
    );
    return `{${pairs.join(', ')}}`;
  }
  return `<${typeOf(inner).name}>`;
}

function quoted(bytes: Uint8Array): string {
  return bytesRepr(bytes.subarray(0, BODY_MAX)).replace(/^b/, '');
}
