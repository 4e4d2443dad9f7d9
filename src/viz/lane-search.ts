/**
 * Which lanes are meant by a few words: names, letters, states, `file:line`. Every word must be found; in which of these does not
 * matter. Upper and lower case are the same.
 */
import type { CodeInfo } from '../trace/events.ts';
import { type Lane, stateAt } from '../trace/history.ts';
import type { LaneRecord } from '../trace/history-index.ts';
import { STATES } from './states.ts';

export interface Facts {
  readonly codes: readonly CodeInfo[];
  /** For states: what they are here. */
  readonly position: number;
  /** Where the task is parked here, as `file:line`; asked only where a word has a colon. */
  readonly placesOf: (task: number) => readonly string[];
}

/** The tasks of the lanes that are meant, in their order; of no words, none. */
export function hitsIn(lanes: readonly Lane[], query: string, facts: Facts): readonly number[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return lanes.filter((lane) => words.every((word) => isMeant(lane, word, facts))).map(({ task }) => task);
}

export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** The next or previous one; round to the other end. 0: there is none. */
export function besideHit(hits: readonly number[], current: number, way: 'next' | 'previous'): number {
  const at = hits.indexOf(current);
  const to = way === 'next' ? at + 1 : at <= 0 ? hits.length - 1 : at - 1;
  return hits[to] ?? hits[0] ?? 0;
}

function isMeant(lane: Lane, word: string, { codes, placesOf, position }: Facts): boolean {
  if (textOf(lane, codes).includes(word)) return true;
  const state = stateAt(lane, position);
  if (state !== null && STATES[state].word.includes(word)) return true;
  if (!word.includes(':')) return false;
  const info = codes[lane.code];
  const made = lane.code === 0 || info === undefined ? [] : [`${info.file}:${info.firstLine}`];
  return [...made, ...placesOf(lane.task)].some((place) => endsPlace(place.toLowerCase(), word));
}

/** `main.py:1` is not `main.py:12`. */
function endsPlace(place: string, word: string): boolean {
  return place === word || place.endsWith(`/${word}`) || (word.startsWith(':') && place.endsWith(word));
}

const known = new WeakMap<LaneRecord, string>();

/** What never changes, each once on a line of its own. */
function textOf({ code, label, letter, name, record }: Lane, codes: readonly CodeInfo[]): string {
  const text = known.get(record);
  if (text !== undefined) return text;
  const info = code === 0 ? undefined : codes[code];
  const place = info === undefined ? '' : `${info.qualname}\n${info.file}\n`;
  const fresh = `${letter}\n${name}\n${label}\n${place}`.toLowerCase();
  known.set(record, fresh);
  return fresh;
}
