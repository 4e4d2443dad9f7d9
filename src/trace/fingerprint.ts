/** The fingerprint of a run: equal traces have equal ones, on any machine. */
import { Hasher } from './hash.ts';
import { TraceCursor } from './reader.ts';
import { chunksOf, codesOf, type Trace } from './trace.ts';
import { TraceWriter } from './writer.ts';

const STEP_EVENTS = 10_000;

/**
 * The fingerprint of the run, 16 hexadecimal digits. It does not depend on where the chunks were cut: the events are
 * packed again, all in one.
 */
export function traceHash(trace: Trace): string {
  const steps = traceHashInSteps(trace);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** The same for a page that has other things to do meanwhile: each step is some 10,000 events, two milliseconds. */
export function* traceHashInSteps(trace: Trace): Generator<void, string> {
  const { record } = trace;
  const hasher = new Hasher();
  const writer = new TraceWriter();
  const codes = codesOf(trace);
  for (const code of codes) writer.addCode(code);
  for (const chunk of chunksOf(trace)) {
    const cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, record);
    for (let read = 1; cursor.advance(); read++) {
      writer.record(cursor.readEvent());
      if (read % STEP_EVENTS === 0) yield;
    }
  }
  const all = writer.takeChunk();
  hasher.bytes(all?.bytes ?? new Uint8Array());
  for (const text of all?.strings ?? []) hasher.text(text);
  for (const { qualname, file, firstLine } of codes) hasher.text(`${file}:${firstLine}:${qualname}`);
  return hasher.digest();
}
