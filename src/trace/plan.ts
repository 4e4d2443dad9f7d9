/**
 * The byte layout of the trace, derived from the table in `events.ts`. One event is one opcode and its fields; numbers are
 * variable-length and mostly differences to the last value of the same slot. The state of the differences starts afresh
 * with each chunk and after every `SEGMENT_EVENTS` events of a chunk, so that reading can begin there.
 */
import { assert } from '../lib/assert.ts';
import { type CodeInfo, EVENTS, type EventKind, type FieldTypes } from './events.ts';

export const SEGMENT_EVENTS = 4_096;

/**
 * `slot` is where the last value is kept: ids share one by field name, texts have one for each kind and field, because
 * the same kind of event tends to say the same. `line` is relative to the last line of its code.
 */
export interface Field {
  readonly name: string;
  /** One of the `FIELD_` numbers. */
  readonly type: number;
  readonly slot: number;
}

// Numbers, each a constant of its own: V8 makes a jump table of a `switch` over them.
export const FIELD_ID = 0;
export const FIELD_TEXT = 1;
export const FIELD_INT = 2;
export const FIELD_CODE = 3;
export const FIELD_LINE = 4;
export const FIELD_TIME = 5;
export const FIELD_IDS = 6;
export const FIELD_FRAMES = 7;
export const FIELD_TEXTS = 8;

const FIELDS: { readonly [T in keyof FieldTypes]: number } = {
  id: FIELD_ID,
  text: FIELD_TEXT,
  int: FIELD_INT,
  time: FIELD_TIME,
  ids: FIELD_IDS,
  frames: FIELD_FRAMES,
  texts: FIELD_TEXTS,
};

/** Opcodes 0 to `KINDS.length - 1`, in the order of the table. */
export const KINDS: readonly EventKind[] = kindsOf(EVENTS);

/** The current frame is left: one byte. */
export const OP_LEFT_CURRENT = 95;
/** From here on: another line of the current code, `delta = opcode - OP_LINE_ZERO`. */
export const OP_LINE_MIN = 96;
export const OP_LINE_ZERO = 128;
export const OP_LINE_MAX = 255;

/** The sign bit with nothing behind it: an id or a time that is 0, whatever came before. */
export const CODE_NONE = 1;

const slots = new Map<string, number>();

export const PLANS: readonly (readonly Field[])[] = KINDS.map(planOf);
export const SLOT_COUNT = slots.size;
const OPCODES = new Map(KINDS.map((kind, opcode) => [kind, opcode]));

export function opcodeOf(kind: EventKind): number {
  return OPCODES.get(kind) ?? -1;
}

/** What may stand in a field. */
export type FieldValue = FieldTypes[keyof FieldTypes];

/** A kind of event whose fields are written in their order, without their names. */
export interface Row<V extends readonly FieldValue[]> {
  readonly opcode: number;
  readonly plan: readonly Field[];
  /** Only a type: what is to be given. */
  readonly values?: V;
}

type NamesOf<K extends EventKind> = readonly (keyof (typeof EVENTS)[K])[];
type ValuesOf<K extends EventKind, N extends NamesOf<K>> = {
  -readonly [I in keyof N]: (typeof EVENTS)[K][N[I]] extends keyof FieldTypes
    ? FieldTypes[(typeof EVENTS)[K][N[I]]]
    : never;
};

/** `names`: the fields of the kind, in the order of the table. */
export function rowOf<K extends EventKind, const N extends NamesOf<K>>(kind: K, ...names: N): Row<ValuesOf<K, N>> {
  const opcode = opcodeOf(kind);
  const plan = PLANS[opcode] ?? [];
  assert(plan.map(({ name }) => name).join() === names.join(), `the fields of ${kind} are as in the table`);
  return { opcode, plan };
}

/** What the writer and the reader both know at a given byte. */
export interface CodecState {
  readonly last: Float64Array;
  /** The code whose lines take one byte. */
  code: number;
  /** Codes to come back to when the current frame is left. */
  readonly callers: number[];
  /** By code: the last line said to be in it. */
  readonly lines: number[];
}

export function freshState(): CodecState {
  return { last: new Float64Array(SLOT_COUNT), code: 0, callers: [], lines: [] };
}

export function resetState(state: CodecState): void {
  state.last.fill(0);
  state.code = 0;
  state.callers.length = 0;
  state.lines.length = 0;
}

export function lastLine(state: CodecState, codes: readonly CodeInfo[], code: number): number {
  return state.lines[code] ?? codes[code]?.firstLine ?? 0;
}

function planOf(kind: EventKind): readonly Field[] {
  return Object.entries(EVENTS[kind]).map(([name, type]: [string, keyof FieldTypes]) => {
    const perKind = type === 'text' || type === 'texts' || type === 'ids' || type === 'int';
    const slot = slotFor(perKind ? `${kind}.${name}` : name);
    return { name, type: name === 'code' ? FIELD_CODE : name === 'line' ? FIELD_LINE : FIELDS[type], slot };
  });
}

function slotFor(key: string): number {
  const known = slots.get(key);
  if (known !== undefined) return known;
  slots.set(key, slots.size);
  return slots.size - 1;
}

function kindsOf<K extends string>(table: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(table) as K[];
}
