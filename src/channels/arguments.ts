/** Arguments of the native layers: their callers are our own Python, which has looked at them. */
import { asStr, toArray } from '../python/objects/protocol.ts';
import { PyList, type Value } from '../python/objects/value.ts';

export function text(value: Value | undefined): string {
  return value === undefined ? '' : asStr(value, 'argument');
}

export function texts(values: Value): string[] {
  return toArray(values).map(text);
}

export function listOf(names: readonly string[]): PyList {
  return new PyList([...names]);
}
