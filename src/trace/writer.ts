/**
 * Packs events into bytes while the program runs. Lines and frames have methods of their own that make no object.
 * The reader is `reader.ts`, the layout `plan.ts`.
 */
import { assert } from '../lib/assert.ts';
import { ByteSink, NUMBER_BYTES_MAX } from './bytes.ts';
import { Chains } from './chains.ts';
import type { Chunk, CodeInfo, ParkedFrame, TraceEvent } from './events.ts';
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
  type FieldValue,
  OP_LEFT_CURRENT,
  OP_LINE_MAX,
  OP_LINE_MIN,
  OP_LINE_ZERO,
  opcodeOf,
  PLANS,
  type Row,
  SEGMENT_EVENTS,
  SLOT_COUNT,
} from './plan.ts';

/** No event without lists is longer: one opcode and at most nine numbers of nine bytes. */
const EVENT_BYTES_MAX = 96;

const OP_LINE = opcodeOf('line.reached');
const OP_ENTERED = opcodeOf('frame.entered');
const OP_LEFT = opcodeOf('frame.left');
const CODE_SLOT = PLANS[OP_LINE]?.[0]?.slot ?? 0;

const NO_VALUES: readonly number[] = [];
/** Events: more than any run has. */
const NEVER = 2 ** 30 - 1;

export class TraceWriter extends ByteSink {
  // One counter for everything that has to be done every so many events: most events only count it down.
  /** Events until `stop`. */
  private left = SEGMENT_EVENTS;
  /** The count of events at which a segment ends or `look` is to be called. */
  private stop = SEGMENT_EVENTS;
  private segmentEnd = SEGMENT_EVENTS;
  private lookAt = NEVER;
  private readonly look: () => number;
  private chunkStart = 0;

  /** By slot: the last value. */
  private readonly last = new Float64Array(SLOT_COUNT);
  /** The code whose lines take one byte, and the last line said to be in it. */
  private codeNow = 0;
  private lineNow = 0;
  /** By code: the last line said to be in it; what stands for `codeNow` is out of date. */
  private readonly lines: number[] = [];
  /** Codes to come back to when the current frame is left. */
  private readonly callers: number[] = [];

  private readonly stringIds = new Map<string, number>();
  private strings: string[] = [];
  /** By slot: the last text and its id. */
  private readonly lastTexts: string[] = [];
  private readonly lastTextIds: number[] = [];
  private readonly codes: CodeInfo[] = [];
  private codesTaken = 0;
  /** Await chains of this segment. */
  private readonly chains = new Chains();
  /** By slot: the last list of this segment. Lines of waiting tasks mostly change at their ends. */
  private readonly lists: (readonly (number | string)[])[] = [];
  /** Values that differ from the last list, as `edit` found them. */
  private edited = 0;
  /** The code of the row that is being written: its line is relative to it. */
  private rowCode = 0;

  /** `look`, when it is called at all, answers after how many more events it is to be called again. */
  constructor(look: () => number = () => NEVER) {
    super();
    this.look = look;
  }

  /** Events recorded so far: the position after the last one. */
  get count(): number {
    return this.stop - this.left;
  }

  lookAfter(events: number): void {
    this.lookAt = this.count + events;
    this.setStop();
  }

  /** Bytes that `takeChunk` would hand over now. */
  get pendingBytes(): number {
    return this.at;
  }

  /** Registers a code object and gives its index. Called once for each, before its first event. */
  addCode(info: CodeInfo): number {
    const code = this.codes.push(info) - 1;
    this.lines.push(info.firstLine);
    if (code === this.codeNow) this.lineNow = info.firstLine;
    return code;
  }

  record(event: TraceEvent): void {
    const { kind } = event;
    // These three change the current code, which the one-byte forms refer to.
    if (kind === 'line.reached') this.line(event.code, event.line);
    else if (kind === 'frame.entered') this.frameEntered(event.code, event.line);
    else if (kind === 'frame.left') this.frameLeft(event.code);
    else this.named(opcodeOf(kind), event as unknown as Readonly<Record<string, FieldValue>>);
  }

  /** The same for the kinds that a busy loop records all the time: no object, no names. */
  row<V extends readonly FieldValue[]>({ opcode, plan }: Row<V>, ...values: V): void {
    this.begin();
    this.bytes[this.at++] = opcode;
    for (let index = 0; index < plan.length; index++) this.field(plan[index] as Field, values[index] as FieldValue);
    this.end();
  }

  line(code: number, line: number): void {
    this.begin();
    const delta = line - this.lineNow;
    if (code === this.codeNow && delta >= OP_LINE_MIN - OP_LINE_ZERO && delta <= OP_LINE_MAX - OP_LINE_ZERO) {
      this.bytes[this.at++] = OP_LINE_ZERO + delta;
      this.lineNow = line;
    } else {
      this.bytes[this.at++] = OP_LINE;
      this.id(CODE_SLOT, code);
      this.goTo(code);
      this.lineOf(code, line);
    }
    this.end();
  }

  frameEntered(code: number, line: number): void {
    this.begin();
    this.bytes[this.at++] = OP_ENTERED;
    this.id(CODE_SLOT, code);
    this.callers.push(this.codeNow);
    if (code !== this.codeNow) this.goTo(code);
    this.signed(line - this.lineNow);
    this.lineNow = line;
    this.end();
  }

  frameLeft(code: number): void {
    this.begin();
    if (code === this.codeNow) {
      this.bytes[this.at++] = OP_LEFT_CURRENT;
    } else {
      this.bytes[this.at++] = OP_LEFT;
      this.id(CODE_SLOT, code);
    }
    const caller = this.callers.pop() ?? code;
    if (caller !== this.codeNow) this.goTo(caller);
    this.end();
  }

  /** What was recorded since the last chunk; null when that is nothing. Its `bytes` may be transferred. */
  takeChunk(): Chunk | null {
    if (this.count === this.chunkStart) return null;
    const chunk = {
      offset: this.chunkStart,
      count: this.count - this.chunkStart,
      bytes: this.takeBytes(),
      strings: this.strings,
      codes: this.codes.slice(this.codesTaken),
    };
    this.chunkStart = this.count;
    this.strings = [];
    this.codesTaken = this.codes.length;
    this.restart();
    return chunk;
  }

  private begin(): void {
    if (this.at + EVENT_BYTES_MAX > this.bytes.length) this.reserve(EVENT_BYTES_MAX);
  }

  private end(): void {
    if (--this.left <= 0) this.pause();
  }

  private pause(): void {
    if (this.count >= this.segmentEnd) this.restart();
    if (this.count >= this.lookAt) this.lookAt = this.look() + this.count;
    this.setStop();
  }

  private setStop(): void {
    const { count } = this;
    this.stop = Math.min(this.segmentEnd, this.lookAt);
    this.left = this.stop - count;
  }

  private restart(): void {
    this.last.fill(0);
    this.callers.length = 0;
    for (let code = 0; code < this.codes.length; code++) this.lines[code] = this.codes[code]?.firstLine ?? 0;
    this.codeNow = 0;
    this.lineNow = this.lines[0] ?? 0;
    this.chains.clear();
    this.lists.length = 0;
    this.segmentEnd = this.count + SEGMENT_EVENTS;
    this.setStop();
  }

  /** Lines of `code` take one byte from here on. */
  private goTo(code: number): void {
    this.lines[this.codeNow] = this.lineNow;
    this.codeNow = code;
    this.lineNow = this.lines[code] ?? 0;
  }

  private named(opcode: number, values: Readonly<Record<string, FieldValue>>): void {
    const plan = PLANS[opcode];
    assert(plan !== undefined, 'an event is in the table');
    this.begin();
    this.bytes[this.at++] = opcode;
    for (const field of plan) this.field(field, values[field.name] as FieldValue);
    this.end();
  }

  private field({ type, slot }: Field, value: FieldValue): void {
    switch (type) {
      case FIELD_ID:
        return this.id(slot, value as number);
      case FIELD_TEXT:
        return this.text(slot, value as string);
      case FIELD_INT:
        return this.difference(slot, value as number);
      case FIELD_CODE:
        this.rowCode = value as number;
        return this.id(slot, value as number);
      case FIELD_LINE:
        return this.lineOf(this.rowCode, value as number);
      case FIELD_TIME:
        return this.time(slot, value as number);
      case FIELD_IDS:
        return this.list(slot, value as readonly number[]);
      case FIELD_FRAMES:
        return this.frames(value as readonly ParkedFrame[]);
      default:
        return this.texts(slot, value as readonly string[]);
    }
  }

  private id(slot: number, id: number): void {
    if (id === 0) this.bytes[this.at++] = CODE_NONE;
    else this.difference(slot, id);
  }

  private time(slot: number, us: number): void {
    if (us === 0) this.bytes[this.at++] = CODE_NONE;
    else this.difference(slot, us);
  }

  private difference(slot: number, value: number): void {
    const { last } = this;
    this.signed(value - (last[slot] as number));
    last[slot] = value;
  }

  private text(slot: number, text: string): void {
    // The same kind of event tends to say the same.
    const id = this.lastTexts[slot] === text ? (this.lastTextIds[slot] as number) : this.stringId(text);
    this.lastTexts[slot] = text;
    this.lastTextIds[slot] = id;
    this.difference(slot, id);
  }

  private lineOf(code: number, line: number): void {
    if (code === this.codeNow) {
      this.signed(line - this.lineNow);
      this.lineNow = line;
    } else {
      this.signed(line - (this.lines[code] ?? 0));
      this.lines[code] = line;
    }
  }

  private list(slot: number, values: readonly number[]): void {
    const head = this.edit(slot, values);
    for (let index = head; index < head + this.edited; index++) this.difference(slot, values[index] as number);
  }

  private texts(slot: number, values: readonly string[]): void {
    const head = this.edit(slot, values);
    const end = head + this.edited;
    for (let index = head; index < end; index++) this.difference(slot, this.stringId(values[index] as string));
  }

  /**
   * What has changed since the last list: twice the number of new values, odd where its first value is gone; and how many of those
   * before and behind the new ones have stayed. The new values are to follow; answers where they begin.
   */
  private edit(slot: number, values: readonly (number | string)[]): number {
    const before = this.lists[slot] ?? NO_VALUES;
    if (before === values) return this.unedited(values.length);
    // Who has waited the longest goes first: of a long line, of which only the beginning is told, everything moves up.
    const gone = before.length > 1 && before[0] !== values[0] && before[1] === values[0] ? 1 : 0;
    const most = Math.min(before.length - gone, values.length);
    let head = 0;
    while (head < most && before[head + gone] === values[head]) head++;
    let tail = 0;
    while (tail < most - head && before[before.length - 1 - tail] === values[values.length - 1 - tail]) tail++;
    this.edited = values.length - head - tail;
    this.reserve(this.edited * NUMBER_BYTES_MAX + EVENT_BYTES_MAX);
    this.unsigned(this.edited * 2 + gone);
    if (before.length > 0) {
      this.unsigned(head);
      this.unsigned(tail);
    }
    this.lists[slot] = values;
    return head;
  }

  private unedited(length: number): number {
    this.edited = 0;
    this.unsigned(0);
    if (length > 0) {
      this.unsigned(length);
      this.unsigned(0);
    }
    return length;
  }

  /** 0 and the frames, when the chain is new in this segment; else the number of the chain, from 1. */
  private frames(frames: readonly ParkedFrame[]): void {
    const known = this.chains.find(frames);
    if (known >= 0) return this.unsigned(known + 1);
    this.chains.add(frames);
    this.reserve(frames.length * 5 * NUMBER_BYTES_MAX + EVENT_BYTES_MAX);
    this.unsigned(0);
    this.unsigned(frames.length);
    for (const { code, line, endLine, column, endColumn } of frames) {
      this.id(CODE_SLOT, code);
      this.lineOf(code, line);
      this.signed(endLine - line);
      this.signed(column);
      this.signed(endColumn - column);
    }
  }

  private stringId(text: string): number {
    const known = this.stringIds.get(text);
    if (known !== undefined) return known;
    const id = this.stringIds.size;
    this.stringIds.set(text, id);
    this.strings.push(text);
    return id;
  }
}
