/** Which bindings a message matches, by the type of their exchange. */
import { EMPTY_TABLE, type Field, isTable, sameField, type Table } from './fields.ts';

/** Words between dots: `*` is exactly one, `#` any number of them. */
export function topicMatches(pattern: string, key: string): boolean {
  return wordsMatch(words(pattern), words(key));
}

function words(text: string): readonly string[] {
  return text === '' ? [] : text.split('.');
}

function wordsMatch(pattern: readonly string[], key: readonly string[]): boolean {
  // reached[n]: the pattern so far can stand for the first n words.
  let reached = key.map(() => false);
  reached.unshift(true);
  for (const word of pattern) {
    const before = reached;
    reached = before.map((_, n) => {
      if (word === '#') return before.slice(0, n + 1).includes(true);
      return n > 0 && before[n - 1] === true && (word === '*' || word === key[n - 1]);
    });
  }
  return reached.at(-1) === true;
}

/** `x-match`: all (as if unsaid), any; keys that begin with `x-` count only where it ends with `-with-x`. */
export function headersMatch(wanted: Table, given: Table = EMPTY_TABLE): boolean {
  const match = wanted.get('x-match') ?? 'all';
  const countsAll = match === 'all-with-x' || match === 'any-with-x';
  const pairs = [...wanted].filter(([key]) => key !== 'x-match' && (countsAll || !key.startsWith('x-')));
  const isMet = ([key, value]: readonly [string, Field]): boolean =>
    given.has(key) && (value === null || sameField(value, given.get(key) ?? null));
  return match === 'any' || match === 'any-with-x' ? pairs.some(isMet) : pairs.every(isMet);
}

/** The headers of a message's properties. */
export function headersOf(properties: Table): Table {
  const headers = properties.get('headers');
  return isTable(headers) ? headers : EMPTY_TABLE;
}
