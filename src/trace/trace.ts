/**
 * A recorded run: chunks of packed events, and keyframes so that any position is near one. A trace is a value:
 * `appendChunk` gives a longer one and the old one stays what it was, though both share what they have in common.
 */
import { assert } from '../lib/assert.ts';
import { applyCursor } from './apply.ts';
import type { Chunk, CodeInfo, TraceEvent } from './events.ts';
import { type History, timeAt } from './history.ts';
import { HistoryIndex } from './history-index.ts';
import { type Keyframe, packReplaced, takeKeyframe } from './keyframe.ts';
import { emptyWorld, type MutableWorld } from './mutable-world.ts';
import { Packer } from './pack.ts';
import { TraceCursor } from './reader.ts';
import { seekWorld } from './seek.ts';
import type { World } from './world.ts';

/** Events between two keyframes, at least; at most one segment more. */
export const KEYFRAME_EVENTS = 8_192;

export interface Trace {
  /** How many events; the last position. */
  readonly length: number;
  /** Virtual time at the end. */
  readonly timeUs: number;
  readonly codes: readonly CodeInfo[];
  readonly history: History;
  /** Shared with longer traces that begin like this one. Only for the files of this folder. */
  readonly record: TraceRecord;
}

/** A place in the bytes where reading may begin. */
export interface TraceEntry {
  readonly position: number;
  readonly chunk: number;
  readonly at: number;
}

/** What grows. Nothing in it is ever changed before `length`. */
export interface TraceRecord {
  length: number;
  readonly chunks: Chunk[];
  readonly strings: string[];
  readonly codes: CodeInfo[];
  readonly entries: TraceEntry[];
  readonly keyframes: Keyframe[];
  readonly packer: Packer;
  readonly tip: MutableWorld;
  readonly index: HistoryIndex;
}

export const EMPTY_TRACE: Trace = traceOf(emptyRecord());

export function appendChunk(trace: Trace, chunk: Chunk): Trace {
  assert(chunk.offset === trace.length, `the chunk at ${chunk.offset} follows the ${trace.length} events before it`);
  const isLatest = trace.record.length === trace.length && trace.length > 0;
  const record = isLatest ? trace.record : copyRecord(trace);
  extend(record, chunk);
  return traceOf(record);
}

/** The same run as if no more than that had been recorded: nothing that comes later can be found in it. */
export function traceUpTo(trace: Trace, length: number): Trace {
  if (length >= trace.length) return trace;
  const { codes, history, record } = trace;
  return { length, timeUs: timeAt(history, length), codes, history: history.index.upTo(length), record };
}

/** The World after the first `position` events; before the start is the start, after the end is the end. */
export function worldAfter(trace: Trace, position: number): World {
  return seekWorld(trace.record, Math.max(0, Math.min(Math.trunc(position), trace.length)));
}

/** Event number `index`, from 0: the one that leads from position `index` to the next. */
export function eventAt(trace: Trace, index: number): TraceEvent | null {
  if (index < 0 || index >= trace.length) return null;
  const events = chunkEvents(trace.record, index);
  return events.list[index - events.offset] ?? null;
}

/** Events `from` to before `to`. */
export function eventsBetween(trace: Trace, from: number, to: number): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (let index = Math.max(0, from); index < Math.min(to, trace.length); index++) {
    const event = eventAt(trace, index);
    if (event !== null) events.push(event);
  }
  return events;
}

/** Every event that is no line and no frame, in order, with the position after it. The object holds until the next one. */
export function visitRows(trace: Trace, visit: (event: TraceEvent, position: number) => void): void {
  const { record } = trace;
  for (const chunk of chunksOf(trace)) {
    const cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, record);
    for (let position = chunk.offset + 1; position <= trace.length && cursor.advance(); position++) {
      const { kind } = cursor;
      if (kind !== 'line.reached' && kind !== 'frame.entered' && kind !== 'frame.left') visit(cursor.row, position);
    }
  }
}

/** Every line that was about to run, in order, with the position after that event. */
export function visitLines(trace: Trace, visit: (code: number, line: number, position: number) => void): void {
  const { record } = trace;
  for (const chunk of chunksOf(trace)) {
    const cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, record);
    for (let position = chunk.offset + 1; position <= trace.length && cursor.advance(); position++) {
      if (cursor.kind === 'line.reached') visit(cursor.code, cursor.line, position);
    }
  }
}

/** Bytes of packed events, and of the keyframes (all but the last, which still consists of objects). */
export function traceBytes(trace: Trace): { readonly events: number; readonly keyframes: number } {
  const events = chunksOf(trace).reduce((sum, { bytes }) => sum + bytes.length, 0);
  return { events, keyframes: trace.record.packer.packedBytes };
}

function extend(record: TraceRecord, chunk: Chunk): void {
  record.chunks.push(chunk);
  for (const text of chunk.strings) record.strings.push(text);
  for (const code of chunk.codes) record.codes.push(code);
  const { tip, index } = record;
  const cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, record);
  for (let left = chunk.count; left > 0; left--) {
    if (cursor.isAtEntry) addEntry(record, cursor.at);
    cursor.advance();
    applyCursor(tip, cursor);
    index.observe(cursor, tip);
  }
  record.length = tip.position;
}

function addEntry(record: TraceRecord, at: number): void {
  const { position } = record.tip;
  const entry = { position, chunk: record.chunks.length - 1, at };
  record.entries.push(entry);
  const last = record.keyframes.at(-1);
  if (last !== undefined && position - last.entry.position < KEYFRAME_EVENTS) return;
  if (last !== undefined) packReplaced(last, record.tip);
  record.keyframes.push(takeKeyframe(record.tip, entry, record.packer));
  record.packer.finish();
}

function emptyRecord(): TraceRecord {
  const grown = { chunks: [], strings: [], codes: [], entries: [], keyframes: [] };
  const packer = new Packer();
  return { length: 0, ...grown, packer, tip: emptyWorld(packer), index: new HistoryIndex() };
}

/** For a second trace that goes on from the middle of another. */
function copyRecord(trace: Trace): TraceRecord {
  const record = emptyRecord();
  for (const chunk of chunksOf(trace)) extend(record, chunk);
  return record;
}

function traceOf(record: TraceRecord): Trace {
  const { length, codes, index, tip } = record;
  return { length, timeUs: tip.timeUs, codes, history: index.upTo(length), record };
}

/** For the files of this folder. */
export function chunksOf({ record, length }: Trace): readonly Chunk[] {
  return record.chunks.filter(({ offset }) => offset < length);
}

/** Likewise. */
export function codesOf(trace: Trace): readonly CodeInfo[] {
  return chunksOf(trace).flatMap(({ codes }) => codes);
}

// --- the objects of a few chunks, for those who look at single events ---

interface ChunkEvents {
  readonly offset: number;
  readonly list: readonly TraceEvent[];
}

const CHUNKS_KEPT = 4;
const recent = new WeakMap<TraceRecord, ChunkEvents[]>();

function chunkEvents(record: TraceRecord, index: number): ChunkEvents {
  const kept = recent.get(record) ?? [];
  recent.set(record, kept);
  const known = kept.find(({ offset, list }) => offset <= index && index < offset + list.length);
  if (known !== undefined) return known;
  const fresh = decodeAround(record, index);
  kept.unshift(fresh);
  kept.length = Math.min(kept.length, CHUNKS_KEPT);
  return fresh;
}

/** The events of the segment that holds `index`. */
function decodeAround(record: TraceRecord, index: number): ChunkEvents {
  const at = lastAtOrBefore(record.entries, index);
  const entry = record.entries[at];
  const chunk = record.chunks[entry?.chunk ?? 0];
  if (entry === undefined || chunk === undefined) return { offset: index, list: [] };
  const end = Math.min(record.entries[at + 1]?.position ?? record.length, chunk.offset + chunk.count);
  const count = end - entry.position;
  const cursor = new TraceCursor({ bytes: chunk.bytes, at: entry.at, count }, record);
  const list: TraceEvent[] = [];
  while (cursor.advance()) list.push(cursor.readEvent());
  return { offset: entry.position, list };
}

function lastAtOrBefore(entries: readonly TraceEntry[], position: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.position ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
