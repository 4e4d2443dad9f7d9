/** The trace as text: one JSON object a line. */
import type { Chunk, CodeInfo, TraceEvent } from '../trace/events.ts';
import { decodeChunk } from '../trace/reader.ts';

/** Takes chunks in order and writes a line for every event; code indices become `function (file)`. */
export function decodeEvents(write: (line: string) => void): { readonly chunk: (chunk: Chunk) => void } {
  const strings: string[] = [];
  const codes: CodeInfo[] = [];
  let position = 0;
  return {
    chunk(chunk) {
      strings.push(...chunk.strings);
      codes.push(...chunk.codes);
      for (const event of decodeChunk(chunk, strings, codes)) write(eventLine(++position, event, codes));
    },
  };
}

function eventLine(position: number, event: TraceEvent, codes: readonly CodeInfo[]): string {
  const named =
    'code' in event ? { ...event, function: codes[event.code]?.qualname, file: codes[event.code]?.file } : event;
  return JSON.stringify({ step: position, ...named });
}
