/** The hazards of a run as lines of text, for `npm run scenario -- PATH --hazards`. */
import type { Chunk } from '../trace/events.ts';
import { HAZARDS } from '../trace/hazard-words.ts';
import { hazardsOf } from '../trace/history.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from '../trace/trace.ts';

export interface HazardLines {
  readonly chunk: (chunk: Chunk) => void;
  /** One for each, in the order in which they were found: `hazard main.py:7 title: what happened`. */
  readonly lines: () => readonly string[];
}

export function collectHazards(): HazardLines {
  let trace: Trace = EMPTY_TRACE;
  return {
    chunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
    lines: () =>
      hazardsOf(trace.history).map(({ kind, code, line, text }) => {
        const { link, title, weight } = HAZARDS[kind];
        const place = line === 0 ? '' : ` ${trace.codes[code]?.file ?? ''}:${line}`;
        return `${weight}${place} ${title}: ${text} (${link})`;
      }),
  };
}
