/**
 * Code objects as JSON, so that CPython's library need not be compiled again for every process. `unpackCode(packCode(code))` is the
 * same code. Leaves out where packed code is kept (engine/code-cache.ts).
 */
import {
  Ellipsis,
  emptyTuple,
  frozensetType,
  PyBytes,
  PyComplex,
  PyFloat,
  PySet,
  PyTuple,
  type Value,
} from '../objects/value.ts';
import { Code } from './code.ts';

/** A constant: `[tag, payload]`, or the plain JSON value for None, bool, str and safe ints. */
export type Packed = null | boolean | number | string | readonly Packed[];

export function packCode(code: Code): Packed {
  return [
    code.name,
    code.qualname,
    code.filename,
    code.firstLine,
    code.argCount,
    code.positionalOnlyCount,
    code.keywordOnlyCount,
    code.flags,
    code.slotNames,
    code.cellNames,
    code.freeNames,
    code.freeStart,
    code.names,
    code.constants.map(packConstant),
    [...code.ops],
    packPositions(code.positions),
    [...code.exceptionTable],
    code.stackSize,
    code.docstring,
  ];
}

export function unpackCode(packed: Packed): Code {
  const at = packed as readonly Packed[];
  return new Code({
    name: at[0] as string,
    qualname: at[1] as string,
    filename: at[2] as string,
    firstLine: at[3] as number,
    argCount: at[4] as number,
    positionalOnlyCount: at[5] as number,
    keywordOnlyCount: at[6] as number,
    flags: at[7] as number,
    slotNames: at[8] as readonly string[],
    cellNames: at[9] as readonly string[],
    freeNames: at[10] as readonly string[],
    freeStart: at[11] as number,
    names: at[12] as readonly string[],
    constants: (at[13] as readonly Packed[]).map(unpackConstant),
    ops: Int32Array.from(at[14] as readonly number[]),
    positions: unpackPositions(at[15] as readonly number[]),
    exceptionTable: Int32Array.from(at[16] as readonly number[]),
    stackSize: at[17] as number,
    docstring: at[18] as string | null,
  });
}

function packConstant(value: Value): Packed {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return ['int', value.toString()];
  if (value instanceof PyFloat) return ['float', Object.is(value.value, -0) ? '-0' : String(value.value)];
  if (value instanceof PyComplex) return ['complex', String(value.real), String(value.imag)];
  if (value instanceof PyTuple) return ['tuple', ...value.items.map(packConstant)];
  if (value instanceof PyBytes) return ['bytes', ...value.bytes];
  if (value instanceof PySet) return ['frozenset', ...[...value.map.values()].map(packConstant)];
  if (value instanceof Code) return ['code', packCode(value)];
  if (value === Ellipsis) return ['ellipsis'];
  throw new Error(`a code object has a constant that cannot be packed: ${value.cls.name}`);
}

function unpackConstant(packed: Packed): Value {
  if (packed === null || typeof packed !== 'object') return packed;
  const [tag, first, second] = packed;
  switch (tag) {
    case 'int':
      return BigInt(first as string);
    case 'float':
      return new PyFloat(Number(first));
    case 'complex':
      return new PyComplex(Number(first), Number(second));
    case 'tuple':
      // There is one empty tuple.
      return packed.length === 1 ? emptyTuple : new PyTuple(packed.slice(1).map(unpackConstant));
    case 'bytes':
      return new PyBytes(Uint8Array.from(packed.slice(1) as readonly number[]));
    case 'frozenset': {
      const items = packed.slice(1).map(unpackConstant);
      return new PySet(new Map(items.map((item) => [item as string, item])), frozensetType);
    }
    case 'code':
      return unpackCode(first as Packed);
    default:
      return Ellipsis;
  }
}

/** Most instructions stand near the one before: differences are short. */
function packPositions(positions: Int32Array): number[] {
  return Array.from(positions, (value, index) => value - (index < 4 ? 0 : (positions[index - 4] ?? 0)));
}

function unpackPositions(packed: readonly number[]): Int32Array {
  const positions = Int32Array.from(packed);
  for (let index = 4; index < positions.length; index++)
    positions[index] = (positions[index] ?? 0) + (positions[index - 4] ?? 0);
  return positions;
}
