/** Terms of art of channel layers, found beside the others wherever a channel layer is told of. What they mean: `channel-terms.ts`. */
import { finderOf, PATTERNS } from './words.ts';

/** Longer ones first. As the page and the narration write them. */
const CHANNEL_PATTERNS = [
  ['channel layer', /[Cc]hannel layers?\b/],
  ['reply channel', /[Rr]eply channels?\b/],
  ['protocol server', /[Pp]rotocol servers?\b/],
  ['at-most-once', /[Aa]t[- ]most[- ]once|no other copy|no copy anywhere/],
  ['expiry', /(?:[Ee]xpires|[Ee]xpired|[Ee]xpiry)\b/],
  ['capacity', /(?:[Cc]apacity|has room for|full)\b/],
  ['channel', /[Cc]hannels?\b/],
  ['group', /[Gg]roups?\b/],
  ['ASGI', /ASGI\b/],
  ['channel consumer', /[Cc]onsumers?\b/],
  ['worker', /[Ww]orkers?\b/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type ChannelTermName = (typeof CHANNEL_PATTERNS)[number][0];

export const CHANNEL_TERM_NAMES: readonly ChannelTermName[] = CHANNEL_PATTERNS.map(([name]) => name);

/** Those of channels first: a group of channels is no task group. */
export const channelPiecesOf = finderOf([...CHANNEL_PATTERNS, ...PATTERNS]);
