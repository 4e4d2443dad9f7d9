/** Terms of art of brokers that wait for acknowledgements, and of Celery, found wherever one is told of. What they mean: `queue-terms.ts`. */
import { finderOf, PATTERNS } from './words.ts';

/** Longer ones first. As the page and the narration write them. */
const QUEUE_PATTERNS = [
  ['visibility timeout', /visibility timeout\b|at the next sweep|back in [\d.]+/],
  ['prefetch', /[Pp]refetch(?:ed)?\b|at most \d+ unacknowledged|as many as there are/],
  ['acknowledgement', /(?:[Uu]n)?ack(?:ed|nowledged|nowledgements?|s)?\b/],
  ['redelivered', /redelivered|once more|came back|to be delivered again|delivered before/],
  ['dead letter', /dead[- ]letter(?:ed|s)?\b|given up|gives .{1,40} up\b/],
  ['exchange', /[Ee]xchanges?\b/],
  ['binding', /bindings?\b|matches\b/],
  ['confirm', /confirm(?:s|ed)?\b/],
  ['result backend', /[Rr]esults?\b/],
  ['chord', /chords?\b/],
  ['chain', /chains?\b/],
  ['group of tasks', /group\b/],
  ['routing key', /routing keys?\b/],
  ['virtual host', /virtual hosts?\b/],
  ['broker', /[Bb]rokers?\b/],
  ['consumer', /[Cc]onsumers?\b/],
  ['publisher', /[Pp]ublish(?:es|ed|ers?)\b/],
  ['message queue', /[Qq]ueues?\b/],
  ['worker process', /[Ww]orkers?\b/],
  ['task of Celery', /[Tt]asks?\b/],
] as const satisfies readonly (readonly [string, RegExp])[];

export type QueueTermName = (typeof QUEUE_PATTERNS)[number][0];

export const QUEUE_TERM_NAMES: readonly QueueTermName[] = QUEUE_PATTERNS.map(([name]) => name);

/** Those of queues first: a task of Celery is no task of asyncio. */
export const queuePiecesOf = finderOf([...QUEUE_PATTERNS, ...PATTERNS]);
