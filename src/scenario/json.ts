/** JSON as text: one canonical way to write it, one guarded way to read it. */
import { LIMITS } from './limits.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
/** `undefined` means absent, and is not written. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** Sorted keys, no spaces: equal values give equal text. */
export function canonicalJson(value: Json): string {
  return JSON.stringify(value, sortKeys);
}

/** The same for people and for diffs: the order is the same, one value a line. */
export function prettyJson(value: Json): string {
  return `${JSON.stringify(value, sortKeys, 2)}\n`;
}

export type ParsedJson =
  | { readonly kind: 'parsed'; readonly value: unknown }
  | { readonly kind: 'too big' }
  | { readonly kind: 'not JSON' };

/** Counts before it parses, so that a small text cannot become a large tree. */
export function parseJson(text: string): ParsedJson {
  if (!isSmallTree(text)) return { kind: 'too big' };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'parsed', value };
  } catch {
    return { kind: 'not JSON' };
  }
}

/** Every value but the root stands after `[`, `{` or `,`; keys and values share one count. */
function isSmallTree(text: string): boolean {
  let depth = 0;
  let nodes = 1;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at++;
      else if (character === '"') isInString = false;
    } else if (character === '"') {
      isInString = true;
    } else if (character === '[' || character === '{') {
      depth++;
      nodes++;
    } else if (character === ']' || character === '}') {
      depth--;
    } else if (character === ',') {
      nodes++;
    }
    if (depth > LIMITS.jsonDepthMax || nodes > LIMITS.jsonNodesMax) return false;
  }
  return true;
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What is as usual is left out. */
export function unless<T extends Json>(value: T, usual: T): T | undefined {
  return value === usual ? undefined : value;
}

export function unlessNone<T extends Json>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
