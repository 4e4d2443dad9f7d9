/**
 * One copy of every name. V8 finds a key in a Map at once where it is the very string that stands there; a copy, cut out of a source or
 * read from JSON, is compared letter by letter. Keys of objects, and literals in our own source, are such single copies already, so
 * a name is made one by being a key. CPython does the same: Objects/codeobject.c, intern_strings and intern_constants.
 */
import { emptyTuple, PyTuple, type Value } from '../objects/value.ts';

const known = new Map<string, string>();

export function interned(name: string): string {
  let found = known.get(name);
  if (found === undefined) {
    const keyed: Record<string, true> = Object.create(null);
    keyed[name] = true;
    found = Object.keys(keyed)[0] ?? name;
    known.set(name, found);
  }
  return found;
}

/** Texts that look like a name, and tuples of them: what attributes, keywords and keys of dicts are called. */
export function internedConstant(value: Value): Value {
  if (typeof value === 'string') return looksLikeName(value) ? interned(value) : value;
  if (!(value instanceof PyTuple)) return value;
  if (value.items.length === 0) return emptyTuple;
  return value.items.every((item) => typeof item === 'string') ? new PyTuple(value.items.map(internedConstant)) : value;
}

function looksLikeName(text: string): boolean {
  return /^\w+$/.test(text);
}
