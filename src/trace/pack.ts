/**
 * Packs what only keyframes still hold: pages of tables and the queues of a World. An entry takes 10 to 25 bytes and
 * is read again when somebody looks at its page. The fields are in `entries.ts`.
 */
import { ByteSink, ByteSource, NUMBER_BYTES_MAX } from './bytes.ts';
import { Chains } from './chains.ts';
import { type EntryShape, type FieldKind, type Kinds, NO_CANCEL } from './entries.ts';
import type { Packed, PagePacker } from './table.ts';
import type { Cancel, UserFrame, Waker } from './world.ts';

/** In a page. */
const ITEMS_MAX = 32;
const COLUMNS_MAX = 32;
/** An entry without its lists is no longer. */
const ENTRY_BYTES_MAX = COLUMNS_MAX * NUMBER_BYTES_MAX;

/** What all keyframes of a trace have in common: texts and await chains, each kept once. */
interface Shared {
  readonly texts: string[];
  readonly textIds: Map<string, number>;
  readonly chains: Chains;
}

interface Column {
  readonly name: string;
  readonly kind: FieldKind;
}

type Row = Record<string, unknown>;

export class Packer extends ByteSink {
  /** Bytes of all that was packed. */
  packedBytes = 0;
  private block = { bytes: new Uint8Array() };
  private readonly shared: Shared = { texts: [], textIds: new Map(), chains: new Chains() };
  private readonly source = new EntrySource(this.shared);
  /** By column: the number in the first entry of the page. */
  private readonly base = new Float64Array(COLUMNS_MAX);
  private isFirst = true;

  /** For the pages of one kind of table. */
  pages<T extends object>({ blank, fields }: EntryShape<T>): PagePacker<T> {
    const columns = Object.entries(fields).map(([name, kind]) => ({ name, kind: kind as FieldKind }));
    return {
      pack: (items) => this.page(items as readonly (Row | undefined)[], columns),
      unpack: (packed, index) => {
        const entry = { ...(blank as Row) };
        this.source.open(packed).entry(entry, index, columns);
        return entry as T;
      },
    };
  }

  ids(ids: readonly number[]): Packed {
    const packed = { block: this.block, at: this.at };
    this.list(ids);
    return packed;
  }

  readIds(packed: Packed): number[] {
    return this.source.open(packed).list();
  }

  /** Puts together what was packed since the last call: only then can it be read. */
  finish(): void {
    this.block.bytes = this.takeBytes();
    this.packedBytes += this.block.bytes.length;
    this.block = { bytes: new Uint8Array() };
  }

  /**
   * The items, the numbers of each as differences to the first, and behind them, where `at` points, how many bytes each
   * takes (0: it is not there), so that one of them can be read alone.
   */
  private page(items: readonly (Row | undefined)[], columns: readonly Column[]): Packed {
    const lengths: number[] = [];
    this.base.fill(0, 0, columns.length);
    this.isFirst = true;
    for (const item of items) {
      const start = this.at;
      if (item !== undefined) this.entry(item, columns);
      lengths.push(this.at - start);
    }
    this.reserve(lengths.length * NUMBER_BYTES_MAX);
    const packed = { block: this.block, at: this.at };
    for (const length of lengths) this.unsigned(length);
    return packed;
  }

  private entry(item: Row, columns: readonly Column[]): void {
    this.reserve(ENTRY_BYTES_MAX);
    for (let index = 0; index < columns.length; index++) {
      const { name, kind } = columns[index] as Column;
      this.value(index, kind, item[name]);
    }
    this.isFirst = false;
  }

  private value(column: number, kind: FieldKind, value: unknown): void {
    switch (kind) {
      case 'int':
        return this.difference(column, value as number);
      case 'optional':
        return this.difference(column, (value as Kinds['optional']) ?? -1);
      case 'text':
        return this.difference(column, this.textId(value as string));
      case 'flag':
        return this.unsigned(value === true ? 1 : 0);
      case 'ids':
        return this.list(value as Kinds['ids']);
      case 'texts':
        return this.list((value as Kinds['texts']).map((text) => this.textId(text)));
      case 'chain':
        return this.difference(column, this.chainId(value as Kinds['chain']));
      case 'stack':
        return this.list((value as Kinds['stack']).flatMap(({ code, line }) => [code, line]));
      case 'cancel':
        return this.cancel(value as Cancel);
      case 'waker':
        return this.waker(value as Waker | null);
    }
  }

  private difference(column: number, value: number): void {
    this.signed(value - (this.base[column] as number));
    if (this.isFirst) this.base[column] = value;
  }

  private list(values: readonly number[]): void {
    this.reserve((values.length + 1) * NUMBER_BYTES_MAX + ENTRY_BYTES_MAX);
    this.unsigned(values.length);
    let last = 0;
    for (const value of values) {
      this.signed(value - last);
      last = value;
    }
  }

  private cancel(cancel: Cancel): void {
    const { phase, count, by, message } = cancel;
    const isNone = phase === 'none' && count === 0 && by === 0 && message === '';
    this.unsigned(isNone ? 0 : this.textId(phase) + 1);
    if (isNone) return;
    this.unsigned(count);
    this.unsigned(by);
    this.unsigned(this.textId(message));
  }

  private waker(waker: Waker | null): void {
    this.unsigned(waker === null ? 0 : waker.task + 1);
    if (waker !== null) this.unsigned(waker.future);
  }

  private textId(text: string): number {
    const { texts, textIds } = this.shared;
    const known = textIds.get(text);
    if (known !== undefined) return known;
    textIds.set(text, texts.length);
    return texts.push(text) - 1;
  }

  private chainId(frames: Kinds['chain']): number {
    const { chains } = this.shared;
    const known = chains.find(frames);
    return known >= 0 ? known : chains.add(frames);
  }
}

/** Reads what a Packer has written. */
class EntrySource extends ByteSource {
  private readonly shared: Shared;
  private readonly base = new Float64Array(COLUMNS_MAX);
  private isFirst = true;

  constructor(shared: Shared) {
    super(new Uint8Array(), 0);
    this.shared = shared;
  }

  open({ block, at }: Packed): this {
    this.bytes = block.bytes;
    this.at = at;
    return this;
  }

  /** Entry `index` of the page that was opened. */
  entry(entry: Row, index: number, columns: readonly Column[]): void {
    const end = this.at;
    let total = 0;
    let before = 0;
    for (let item = 0; item < ITEMS_MAX; item++) {
      if (item === index) before = total;
      total += this.unsigned();
    }
    this.base.fill(0, 0, columns.length);
    this.isFirst = true;
    this.at = end - total;
    this.fill(entry, columns);
    if (before === 0) return;
    this.isFirst = false;
    this.at = end - total + before;
    this.fill(entry, columns);
  }

  private fill(entry: Row, columns: readonly Column[]): void {
    for (let index = 0; index < columns.length; index++) {
      const { name, kind } = columns[index] as Column;
      entry[name] = this.value(index, kind);
    }
  }

  list(): number[] {
    const values: number[] = [];
    let last = 0;
    for (let left = this.unsigned(); left > 0; left--) {
      last += this.signed();
      values.push(last);
    }
    return values;
  }

  private value(column: number, kind: FieldKind): unknown {
    const { texts, chains } = this.shared;
    switch (kind) {
      case 'int':
        return this.difference(column);
      case 'optional':
        return optional(this.difference(column));
      case 'text':
        return texts[this.difference(column)] ?? '';
      case 'flag':
        return this.unsigned() === 1;
      case 'ids':
        return this.list();
      case 'texts':
        return this.list().map((id) => texts[id] ?? '');
      case 'chain':
        return chains.list[this.difference(column)] ?? [];
      case 'stack':
        return this.stack();
      case 'cancel':
        return this.cancel();
      case 'waker':
        return this.waker();
    }
  }

  private difference(column: number): number {
    const value = (this.base[column] as number) + this.signed();
    if (this.isFirst) this.base[column] = value;
    return value;
  }

  private stack(): readonly UserFrame[] {
    const numbers = this.list();
    const frames: UserFrame[] = [];
    for (let index = 0; index < numbers.length; index += 2)
      frames.push({ code: numbers[index] as number, line: numbers[index + 1] as number });
    return frames;
  }

  private cancel(): Cancel {
    const { texts } = this.shared;
    const phase = this.unsigned();
    if (phase === 0) return NO_CANCEL;
    const count = this.unsigned();
    const by = this.unsigned();
    return { phase: texts[phase - 1] as Cancel['phase'], count, by, message: texts[this.unsigned()] ?? '' };
  }

  private waker(): Waker | null {
    const task = this.unsigned();
    return task === 0 ? null : { task: task - 1, future: this.unsigned() };
  }
}

function optional(value: number): number | null {
  return value < 0 ? null : value;
}
