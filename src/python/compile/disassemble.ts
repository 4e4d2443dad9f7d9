/** A readable listing of a code object, for tests and for people. */
import { PyBytes, PyFloat, PyTuple, type Value } from '../objects/value.ts';
import { Code } from './code.ts';
import { isJump } from './effects.ts';
import * as Op from './op.ts';
import { BinaryOperator, Comparison, IN_PLACE, OP_NAMES } from './opcodes.ts';
import { NAME_OPS, SLOT_OPS } from './operands.ts';

/** One instruction a line: `index OP argument`, then the exception table. Nested code objects are not shown. */
export function disassemble(code: Code): string {
  const lines: string[] = [];
  for (let i = 0; i < code.ops.length; i += 2) lines.push(instruction(code, i));
  for (let i = 0; i < code.exceptionTable.length; i += 4) {
    const [start, end, handler, depth] = code.exceptionTable.subarray(i, i + 4);
    lines.push(`${start}..${end} -> ${handler} depth ${depth}`);
  }
  return lines.join('\n');
}

/** The listings of a code object and of all those among its constants. */
export function disassembleAll(code: Code): string {
  const inner = code.constants.filter((value) => value instanceof Code);
  return [`${code.qualname}:`, disassemble(code), ...inner.map(disassembleAll)].join('\n');
}

function instruction(code: Code, index: number): string {
  const op = code.ops[index] ?? 0;
  const arg = code.ops[index + 1] ?? 0;
  const operand = operandText(code, op, arg);
  return `${index} ${OP_NAMES[op] ?? op}${operand === '' ? '' : ` ${operand}`}`;
}

const COUNT_OPS: ReadonlySet<number> = new Set([
  Op.COPY,
  Op.SWAP,
  Op.COPY_FREE_VARS,
  Op.CALL,
  Op.CALL_KW,
  Op.CALL_EX,
  Op.BUILD_TUPLE,
  Op.BUILD_LIST,
  Op.BUILD_SET,
  Op.BUILD_MAP,
  Op.BUILD_STRING,
  Op.BUILD_SLICE,
  Op.LIST_APPEND,
  Op.SET_ADD,
  Op.MAP_ADD,
  Op.LIST_EXTEND,
  Op.SET_UPDATE,
  Op.DICT_UPDATE,
  Op.DICT_MERGE,
  Op.GET_AWAITABLE,
  Op.RAISE_VARARGS,
  Op.MAKE_FUNCTION,
  Op.CONVERT_VALUE,
  Op.UNPACK_SEQUENCE,
  Op.UNPACK_EX,
  Op.MATCH_CLASS,
  Op.INTRINSIC_1,
  Op.INTRINSIC_2,
  Op.LINE,
  Op.BUILD_INTERPOLATION,
  Op.IS_OP,
  Op.CONTAINS_OP,
]);
const BINARY_NAMES = Object.keys(BinaryOperator);
const COMPARISON_NAMES = Object.keys(Comparison);

function operandText(code: Code, op: number, arg: number): string {
  if (op === Op.LOAD_CONST) return constantText(code.constants[arg] ?? null);
  if (op === Op.BINARY_OP) return `${BINARY_NAMES[arg % IN_PLACE] ?? arg}${arg >= IN_PLACE ? ' in place' : ''}`;
  if (op === Op.COMPARE_OP) return COMPARISON_NAMES[arg] ?? String(arg);
  if (SLOT_OPS.has(op)) return code.slotNames[arg] ?? String(arg);
  if (NAME_OPS.has(op)) return code.names[arg] ?? String(arg);
  if (isJump(op)) return `-> ${arg}`;
  return COUNT_OPS.has(op) ? String(arg) : '';
}

function constantText(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value !== 'object') return String(value);
  if (value instanceof Code) return `<code ${value.name}>`;
  if (value instanceof PyFloat) return Number.isInteger(value.value) ? value.value.toFixed(1) : String(value.value);
  if (value instanceof PyBytes) return `b${JSON.stringify(String.fromCharCode(...value.bytes))}`;
  if (value instanceof PyTuple)
    return `(${value.items.map(constantText).join(', ')}${value.items.length === 1 ? ',' : ''})`;
  return `<${value.cls.name}>`;
}
