/** Which words of a text are terms of art. What they mean is in `terms.ts`, which is loaded when somebody asks. */

import type { ChannelTermName } from './channel-words.ts';
import type { QueueTermName } from './queue-words.ts';

/** Longer ones first: of two that begin at one place the first counts. As the page and the narration write them. */
export const PATTERNS = [
  ['cancelling()', /cancelling\(\)/],
  ['uncancel', /uncancel(?:s|led|\(\))?\b/],
  ['CancelledError', /CancelledError\b/],
  ['cancel', /cancel(?:s|led|ling)?\b/],
  ['ready queue', /ready queue\b/],
  ['run ready', /run ready\b/],
  ['poll I/O', /poll I\/O/],
  ['timers', /timers?(?: due)?\b/],
  ['virtual time', /virtual time\b/],
  ['coroutine', /[Cc]oroutines?\b/],
  ['iteration', /iteration\b/],
  ['callback', /(?:done-)?callbacks?\b/],
  ['handle', /handles?\b/],
  ['parked', /park(?:ed|s)\b/],
  ['await', /awaits?\b|Await chain\b/],
  ['TaskGroup', /TaskGroups?\b|task groups?\b/],
  ['ExceptionGroup', /ExceptionGroups?\b/],
  ['timeout', /[Tt]imeouts?\b/],
  ['gather', /gather\b/],
  ['shield', /shield(?:s|ed)?\b/],
  ['executor', /[Ee]xecutors?\b/],
  ['task', /[Tt]asks?\b/],
  ['future', /[Ff]utures?\b/],
  ['lock', /(?:Lock|locks)\b/],
  ['event', /(?:Event|events)\b/],
  ['condition', /(?:Condition|conditions)\b/],
  ['semaphore', /(?:(?:Bounded)?Semaphore|(?:bounded)?semaphores)\b/],
  ['barrier', /(?:Barrier|barriers)\b/],
  ['queue', /(?:(?:Priority|Lifo)?Queue|(?:priority|lifo)?queues)\b/],
  ['event loop', /[Tt]he loop\b/],
  ['GIL', /GIL\b/],
  ['thread', /[Tt]hreads?\b/],
  ['step', /steps?\b/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type TermName = (typeof PATTERNS)[number][0] | ChannelTermName | QueueTermName;

export const TERM_NAMES: readonly TermName[] = PATTERNS.map(([name]) => name);

export interface Piece {
  readonly text: string;
  /** Null: words like any other. */
  readonly term: TermName | null;
  /** Where it begins. */
  readonly at: number;
}

/** Each term where it stands first, no more than `max` of them; put together the pieces are the text. */
export type Finder = (text: string, max?: number) => readonly Piece[];

export function finderOf(patterns: readonly (readonly [TermName, RegExp])[]): Finder {
  // Not inside a name of the program: before and behind a term there is no letter, digit, dot or bracket.
  const any = new RegExp(
    `(?<![\\w.(<'"])(?:${patterns.map(([, { source }]) => `(${source})`).join('|')})(?![\\w'"(]|\\.\\w)`,
    'g',
  );
  return (text, max = Number.POSITIVE_INFINITY) => {
    const pieces: Piece[] = [];
    const seen = new Set<TermName>();
    let at = 0;
    for (const { 0: found, index, ...groups } of text.matchAll(any)) {
      const term = patterns.find((_, which) => Reflect.get(groups, which + 1) !== undefined)?.[0];
      if (term === undefined || seen.has(term) || seen.size >= max) continue;
      seen.add(term);
      if (index > at) pieces.push({ text: text.slice(at, index), term: null, at });
      pieces.push({ text: found, term, at: index });
      at = index + found.length;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), term: null, at });
    return pieces;
  };
}

export const piecesOf = finderOf(PATTERNS);
