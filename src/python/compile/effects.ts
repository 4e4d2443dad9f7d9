/** How many values each instruction adds to the stack (or takes from it). */
import * as Op from './op.ts';
import { OP_NAMES } from './opcodes.ts';

/** Effects that do not depend on the argument. For a conditional jump: when it does not jump. */
const FIXED: Readonly<Record<string, number>> = {
  NOP: 0,
  POP_TOP: -1,
  COPY: 1,
  SWAP: 0,
  PUSH_NULL: 1,
  LOAD_CONST: 1,
  LOAD_FAST: 1,
  STORE_FAST: -1,
  DELETE_FAST: 0,
  LOAD_NAME: 1,
  STORE_NAME: -1,
  DELETE_NAME: 0,
  LOAD_GLOBAL: 1,
  STORE_GLOBAL: -1,
  DELETE_GLOBAL: 0,
  LOAD_DEREF: 1,
  STORE_DEREF: -1,
  DELETE_DEREF: 0,
  LOAD_FROM_DICT_OR_DEREF: 0,
  LOAD_FROM_DICT_OR_GLOBALS: 0,
  LOAD_LOCALS: 1,
  MAKE_CELL: 0,
  COPY_FREE_VARS: 0,
  LOAD_CLOSURE: 1,
  LOAD_ATTR: 0,
  STORE_ATTR: -2,
  DELETE_ATTR: -1,
  LOAD_METHOD: 1,
  LIST_APPEND: -1,
  SET_ADD: -1,
  MAP_ADD: -2,
  LIST_EXTEND: -1,
  SET_UPDATE: -1,
  DICT_UPDATE: -1,
  DICT_MERGE: -1,
  LIST_TO_TUPLE: 0,
  BINARY_SUBSCR: -1,
  STORE_SUBSCR: -3,
  DELETE_SUBSCR: -2,
  BINARY_OP: -1,
  UNARY_NEGATIVE: 0,
  UNARY_POSITIVE: 0,
  UNARY_INVERT: 0,
  UNARY_NOT: 0,
  COMPARE_OP: -1,
  IS_OP: -1,
  CONTAINS_OP: -1,
  JUMP: 0,
  JUMP_BACKWARD: 0,
  POP_JUMP_IF_FALSE: -1,
  POP_JUMP_IF_TRUE: -1,
  POP_JUMP_IF_NONE: -1,
  POP_JUMP_IF_NOT_NONE: -1,
  JUMP_IF_FALSE_OR_POP: -1,
  JUMP_IF_TRUE_OR_POP: -1,
  GET_ITER: 0,
  FOR_ITER: 1,
  GET_AITER: 0,
  GET_ANEXT: 1,
  END_ASYNC_FOR: -2,
  GET_AWAITABLE: 0,
  YIELD_FROM: -1,
  GET_YIELD_FROM_ITER: 0,
  YIELD_VALUE: 0,
  RETURN_VALUE: -1,
  PUSH_EXC_INFO: 1,
  POP_EXCEPT: -1,
  CHECK_EXC_MATCH: 0,
  CHECK_EG_MATCH: 0,
  PREP_RERAISE_STAR: -1,
  RERAISE: -1,
  BEFORE_WITH: 1,
  BEFORE_ASYNC_WITH: 1,
  WITH_EXCEPT_START: 1,
  LOAD_BUILD_CLASS: 1,
  LOAD_ASSERTION_ERROR: 1,
  IMPORT_NAME: -1,
  IMPORT_FROM: 1,
  IMPORT_STAR: -1,
  CONVERT_VALUE: 0,
  FORMAT_SIMPLE: 0,
  FORMAT_WITH_SPEC: -1,
  GET_LEN: 1,
  MATCH_MAPPING: 1,
  MATCH_SEQUENCE: 1,
  MATCH_KEYS: 1,
  MATCH_CLASS: -2,
  INTRINSIC_1: 0,
  INTRINSIC_2: -1,
  LINE: 0,
  BUILD_TEMPLATE: -1,
};
const VARIES = 99;
const EFFECTS = Int8Array.from(OP_NAMES, (name) => FIXED[name] ?? VARIES);

export function effectOf(op: number, arg: number): number {
  const fixed = EFFECTS[op] ?? VARIES;
  return fixed === VARIES ? varyingEffect(op, arg) : fixed;
}

function varyingEffect(op: number, arg: number): number {
  switch (op) {
    case Op.CALL:
      return -arg - 1;
    case Op.CALL_KW:
      return -arg - 2;
    case Op.CALL_EX:
      return arg === 0 ? -2 : -3;
    case Op.BUILD_TUPLE:
    case Op.BUILD_LIST:
    case Op.BUILD_SET:
    case Op.BUILD_STRING:
    case Op.BUILD_SLICE:
      return 1 - arg;
    case Op.BUILD_MAP:
      return 1 - 2 * arg;
    case Op.RAISE_VARARGS:
      return -arg;
    case Op.MAKE_FUNCTION:
      return -((arg & 1) + ((arg >> 1) & 1) + ((arg >> 2) & 1) + ((arg >> 3) & 1));
    case Op.UNPACK_SEQUENCE:
      return arg - 1;
    case Op.UNPACK_EX:
      return (arg & 0xff) + (arg >> 8);
    case Op.BUILD_INTERPOLATION:
      return -1 - (arg & 1);
    default:
      throw new Error(`no stack effect for ${OP_NAMES[op] ?? op}`);
  }
}

/** The effect of a jump instruction when it jumps. */
export function jumpEffectOf(op: number): number {
  switch (op) {
    case Op.FOR_ITER:
      return -1;
    case Op.JUMP_IF_FALSE_OR_POP:
    case Op.JUMP_IF_TRUE_OR_POP:
      return 0;
    default:
      return effectOf(op, 0);
  }
}

/** Whether control never goes on to the next instruction. */
export function isTerminal(op: number): boolean {
  return (
    op === Op.RETURN_VALUE || op === Op.RERAISE || op === Op.RAISE_VARARGS || op === Op.JUMP || op === Op.JUMP_BACKWARD
  );
}

export function isJump(op: number): boolean {
  return (op >= Op.JUMP && op <= Op.JUMP_IF_TRUE_OR_POP) || op === Op.FOR_ITER;
}
