/**
 * Reads packed events, one after another. Lines and frames, which are most of a trace, can be read without making an
 * object: look at `kind`, `code` and `line`. The writer is `writer.ts`, the layout `plan.ts`.
 */
import { assert } from '../lib/assert.ts';
import { ByteSource } from './bytes.ts';
import type { Chunk, CodeInfo, EventKind, ParkedFrame, TraceEvent } from './events.ts';
import {
  CODE_NONE,
  FIELD_CODE,
  FIELD_FRAMES,
  FIELD_ID,
  FIELD_IDS,
  FIELD_INT,
  FIELD_LINE,
  FIELD_TEXT,
  FIELD_TIME,
  type Field,
  freshState,
  KINDS,
  lastLine,
  OP_LEFT_CURRENT,
  OP_LINE_MIN,
  OP_LINE_ZERO,
  opcodeOf,
  PLANS,
  resetState,
  SEGMENT_EVENTS,
} from './plan.ts';

const OP_LINE = opcodeOf('line.reached');
const OP_ENTERED = opcodeOf('frame.entered');
const OP_LEFT = opcodeOf('frame.left');
const CODE_SLOT = PLANS[OP_LINE]?.[0]?.slot ?? 0;
const NO_EVENT: TraceEvent = { kind: 'loop.stopped', loop: 0 };

/** All strings and codes of the run, at least those known when the bytes were written. */
export interface Names {
  readonly strings: readonly string[];
  readonly codes: readonly CodeInfo[];
}

/** Where reading may begin. */
export interface Entry {
  readonly bytes: Uint8Array;
  readonly at: number;
  /** Events in the bytes from `at` on. */
  readonly count: number;
}

/** The events of a chunk as objects. */
export function decodeChunk(chunk: Chunk, strings: readonly string[], codes: readonly CodeInfo[]): TraceEvent[] {
  const cursor = new TraceCursor({ bytes: chunk.bytes, at: 0, count: chunk.count }, { strings, codes });
  const events: TraceEvent[] = [];
  while (cursor.advance()) events.push(cursor.readEvent());
  return events;
}

const NO_VALUES: readonly number[] = [];

export class TraceCursor extends ByteSource {
  /** Of the event last read; `code` and `line` hold for `line.reached`, `frame.entered` and (code only) `frame.left`. */
  kind: EventKind = 'loop.stopped';
  code = 0;
  line = 0;
  private readonly names: Names;
  private remaining: number;
  private left = SEGMENT_EVENTS;
  private event: TraceEvent = NO_EVENT;
  /** By opcode: the object that is filled anew by each event of the kind. */
  private readonly rows: Record<string, unknown>[] = [];
  private readonly state = freshState();
  private readonly chains: (readonly ParkedFrame[])[] = [];
  private readonly lists: (readonly number[])[] = [];
  /** By slot: the texts of the list. */
  private readonly listTexts: (readonly string[] | undefined)[] = [];

  constructor({ bytes, at, count }: Entry, names: Names) {
    super(bytes, at);
    this.remaining = count;
    this.names = names;
  }

  /** Whether the next event begins a segment, so that `at` is an entry. */
  get isAtEntry(): boolean {
    return this.left === SEGMENT_EVENTS;
  }

  /** Reads one event; false at the end. */
  advance(): boolean {
    if (this.remaining === 0) return false;
    const opcode = this.bytes[this.at++] as number;
    if (opcode >= OP_LINE_MIN) this.nearLine(opcode - OP_LINE_ZERO);
    else if (opcode === OP_LINE) this.farLine();
    else if (opcode === OP_LEFT_CURRENT || opcode === OP_LEFT) this.frameLeft(opcode);
    else if (opcode === OP_ENTERED) this.frameEntered();
    else this.readRow(opcode);
    this.remaining--;
    if (--this.left === 0) this.restart();
    return true;
  }

  /** The event last read, as an object of its own. */
  readEvent(): TraceEvent {
    const { kind, code, line } = this;
    if (kind === 'line.reached' || kind === 'frame.entered') return { kind, code, line };
    return kind === 'frame.left' ? { kind, code } : { ...this.event };
  }

  /** The event last read when it is no line or frame; it holds until the next one is read. */
  get row(): TraceEvent {
    return this.event;
  }

  private restart(): void {
    resetState(this.state);
    this.chains.length = 0;
    this.lists.length = 0;
    this.listTexts.length = 0;
    this.left = SEGMENT_EVENTS;
  }

  private nearLine(delta: number): void {
    const { state } = this;
    this.kind = 'line.reached';
    this.code = state.code;
    this.line = lastLine(state, this.names.codes, state.code) + delta;
    state.lines[state.code] = this.line;
  }

  private farLine(): void {
    this.kind = 'line.reached';
    this.code = this.number(CODE_SLOT);
    this.line = this.lineOf(this.code);
    this.state.code = this.code;
  }

  private frameEntered(): void {
    this.kind = 'frame.entered';
    this.code = this.number(CODE_SLOT);
    this.line = this.lineOf(this.code);
    this.state.callers.push(this.state.code);
    this.state.code = this.code;
  }

  private frameLeft(opcode: number): void {
    this.kind = 'frame.left';
    this.code = opcode === OP_LEFT ? this.number(CODE_SLOT) : this.state.code;
    this.state.code = this.state.callers.pop() ?? this.code;
  }

  private readRow(opcode: number): void {
    const plan = PLANS[opcode];
    const kind = KINDS[opcode];
    assert(plan !== undefined && kind !== undefined, `opcode ${opcode} is known`);
    const values = this.rows[opcode] ?? { kind };
    this.rows[opcode] = values;
    let code = 0;
    for (let index = 0; index < plan.length; index++) {
      const field = plan[index] as Field;
      if (field.type === FIELD_LINE) values[field.name] = this.lineOf(code);
      else if (field.type === FIELD_CODE) values[field.name] = code = this.number(field.slot);
      else values[field.name] = this.field(field);
    }
    this.kind = kind;
    this.event = values as unknown as TraceEvent;
  }

  private field({ type, slot }: Field): unknown {
    switch (type) {
      case FIELD_ID:
      case FIELD_TIME:
        return this.number(slot);
      case FIELD_INT:
        return this.difference(slot);
      case FIELD_TEXT:
        return this.text(slot);
      case FIELD_IDS:
        return this.edited(slot);
      case FIELD_FRAMES:
        return this.frames();
      default:
        return this.texts(slot);
    }
  }

  /** An id or a time: nothing, or a difference. */
  private number(slot: number): number {
    if (this.bytes[this.at] === CODE_NONE) {
      this.at++;
      return 0;
    }
    return this.difference(slot);
  }

  private difference(slot: number): number {
    const { last } = this.state;
    const value = (last[slot] as number) + this.signed();
    last[slot] = value;
    return value;
  }

  private text(slot: number): string {
    return this.names.strings[this.difference(slot)] ?? '';
  }

  private lineOf(code: number): number {
    const line = lastLine(this.state, this.names.codes, code) + this.signed();
    this.state.lines[code] = line;
    return line;
  }

  private edited(slot: number): readonly number[] {
    const before = this.lists[slot] ?? NO_VALUES;
    const edit = this.unsigned();
    const gone = edit % 2;
    const head = before.length > 0 ? this.unsigned() : 0;
    const tail = before.length > 0 ? this.unsigned() : 0;
    // Most stay as they are, and nobody changes them: one array will do.
    if (edit === 0 && head + tail === before.length) return before;
    const values = before.slice(gone, gone + head);
    for (let left = (edit - gone) / 2; left > 0; left--) values.push(this.difference(slot));
    for (let index = before.length - tail; index < before.length; index++) values.push(before[index] as number);
    this.lists[slot] = values;
    this.listTexts[slot] = undefined;
    return values;
  }

  private texts(slot: number): readonly string[] {
    const ids = this.edited(slot);
    const known = this.listTexts[slot];
    if (known !== undefined) return known;
    const texts = ids.map((id) => this.names.strings[id] ?? '');
    this.listTexts[slot] = texts;
    return texts;
  }

  private list<T>(read: () => T): T[] {
    const items: T[] = [];
    for (let left = this.unsigned(); left > 0; left--) items.push(read());
    return items;
  }

  private frames(): readonly ParkedFrame[] {
    const known = this.unsigned();
    if (known > 0) return this.chains[known - 1] ?? [];
    const chain = this.list(() => this.frame());
    this.chains.push(chain);
    return chain;
  }

  private frame(): ParkedFrame {
    const code = this.number(CODE_SLOT);
    const line = this.lineOf(code);
    const endLine = line + this.signed();
    const column = this.signed();
    return { code, line, endLine, column, endColumn: column + this.signed() };
  }
}
