/**
 * The dispatch loop: one switch over the instructions of the frame on top. Hot instructions are inline; the others are in
 * `rare.ts`. Instructions are described in compile/opcodes.ts. `pc`, `sp` and `slots` are kept in locals and written back to the
 * frame before anything that can raise, push a frame or look at one; after a push `continue reload` takes up whatever frame is on top.
 * CALL and FOR_ITER replace themselves by the form for what they meet (kinds.ts).
 */
import { CodeFlag } from '../compile/code.ts';
import * as Op from '../compile/op.ts';
import { NativeAwaitable } from '../objects/awaitable.ts';
import { PyException } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import type { GlobalCell } from '../objects/globals.ts';
import { NativeIterator } from '../objects/iterator.ts';
import { ListIterator } from '../objects/iterators.ts';
import { PUSHED, PyNative } from '../objects/native.ts';
import { floatOp } from '../objects/operators.ts';
import { contains, truthy } from '../objects/protocol.ts';
import { RangeIterator } from '../objects/range.ts';
import {
  Cell,
  dictType,
  generatorType,
  listType,
  PyDict,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  superType,
  type Value,
} from '../objects/value.ts';
import { PyMethod } from '../objects/wrapped-functions.ts';
import { compareInts, intOp } from './arithmetic.ts';
import { attend } from './attention.ts';
import { loadAttribute, loadMethod, loadSuperMethod, storeAttribute } from './attribute-ops.ts';
import { callFromStack, callNativeFromStack } from './call.ts';
import { Frame, Ret } from './frame.ts';
import { frameLeft, generatorEnded, letGo } from './garbage.ts';
import { PyGenerator } from './generator.ts';
import { resumeGenerator } from './generators-run.ts';
import { callOp, forIterOp } from './kinds.ts';
import { portionEnded, portionUsed } from './limits.ts';
import { loopIterator } from './loop-calls.ts';
import { machine } from './machine.ts';
import { loadGlobal, unboundFast } from './name-ops.ts';
import { compare, operate } from './operator-ops.ts';
import {
  callKeywords,
  callSpread,
  forIter,
  loadItem,
  raiseStatement,
  rareOp,
  storeItem,
  yieldFromRare,
} from './rare.ts';
import { deliverReturn, deliverYield, raiseIn } from './unwind.ts';

/** Instructions that may overwrite or remove the last reference to something in a container, a cell or an attribute. */
const LETS_GO: ReadonlySet<number> = new Set<number>([
  Op.DELETE_SUBSCR,
  Op.DELETE_ATTR,
  Op.DELETE_DEREF,
  Op.STORE_GLOBAL,
]);

/** The operator in the argument of BINARY_OP. */
const OPERATOR = Op.IN_PLACE - 1;

/**
 * Runs frames until the nested run that they belong to has ended (true), or a portion of instructions is used up: then it wants to be
 * called again. V8 optimises a function best where it is entered at its beginning, not in the middle of a loop.
 */
export function dispatch(): boolean {
  const m = machine;
  const { thread, tracked, unstarted } = m;
  reload: for (;;) {
    let planted: Int32Array | null = null;
    if (thread.needsAttention) {
      const next = attend(thread);
      if (next === 'leave') return true;
      if (next === 'reload') continue;
      planted = next;
    }
    const frame = thread.top as Frame;
    const code = frame.code;
    const ops = planted === null ? code.fused : planted;
    const slots = frame.slots as Value[];
    // `| 0` tells V8 that these are small integers, wherever they come from: it keeps them untagged.
    let sp = frame.sp | 0;
    let pc = (frame.pc + 2) | 0;
    for (;;) {
      const word = ops[pc] as number;
      const arg = word >> 8;
      switch (word & 0xff) {
        case Op.NOP:
          break;
        case Op.LINE:
          if (m.observer !== null) m.observer.line(frame, arg);
          if (--m.budget < 0) {
            frame.pc = pc;
            frame.sp = sp;
            portionEnded(frame);
            return false;
          }
          break;
        case Op.POP_TOP: {
          const dropped = slots[--sp];
          if (tracked.count !== 0 || (unstarted.count !== 0 && dropped instanceof PyGenerator)) {
            frame.pc = pc;
            frame.sp = sp;
            letGo(frame, dropped);
          }
          break;
        }
        case Op.COPY:
          slots[sp] = slots[sp - arg] as Value;
          sp++;
          break;
        case Op.SWAP: {
          const top = slots[sp - 1] as Value;
          slots[sp - 1] = slots[sp - arg] as Value;
          slots[sp - arg] = top;
          break;
        }
        case Op.PUSH_NULL:
          (slots as unknown[])[sp++] = undefined;
          break;
        case Op.LOAD_CONST:
          slots[sp++] = code.constants[arg] as Value;
          break;
        case Op.LOAD_FAST: {
          const value = slots[arg];
          if (value === undefined) unboundFast(frame, pc, arg);
          slots[sp++] = value as Value;
          break;
        }
        case Op.LOAD_FAST_LOAD_FAST: {
          const first = slots[arg];
          if (first === undefined) unboundFast(frame, pc, arg);
          pc += 2;
          const slot = (ops[pc] as number) >> 8;
          const second = slots[slot];
          if (second === undefined) unboundFast(frame, pc, slot);
          slots[sp] = first as Value;
          slots[sp + 1] = second as Value;
          sp += 2;
          break;
        }
        case Op.LOAD_FAST_LOAD_CONST: {
          const value = slots[arg];
          if (value === undefined) unboundFast(frame, pc, arg);
          pc += 2;
          slots[sp] = value as Value;
          slots[sp + 1] = code.constants[(ops[pc] as number) >> 8] as Value;
          sp += 2;
          break;
        }
        case Op.LOAD_FAST_LOAD_ATTR: {
          const object = slots[arg];
          if (object === undefined) unboundFast(frame, pc, arg);
          pc += 2;
          frame.pc = pc;
          frame.sp = sp;
          const outcome = loadAttribute(object as Value, code, (ops[pc] as number) >> 8);
          if (outcome === PUSHED) continue reload;
          slots[sp++] = outcome;
          break;
        }
        case Op.STORE_FAST: {
          const old = slots[arg];
          slots[arg] = slots[--sp] as Value;
          if (
            tracked.count !== 0 ||
            (unstarted.count !== 0 && (old instanceof PyGenerator || old instanceof PyException))
          ) {
            frame.pc = pc;
            frame.sp = sp;
            letGo(frame, old);
          }
          break;
        }
        case Op.LOAD_GLOBAL:
        case Op.LOAD_GLOBAL_PUSH_NULL:
        case Op.LOAD_SUPER_METHOD: {
          let value: Value | undefined;
          if (code.cellsOf === frame.globals) {
            const cell = code.cells[arg] as GlobalCell;
            value = cell.value === undefined ? cell.builtin?.value : cell.value;
          }
          if (value === undefined) {
            frame.pc = pc;
            value = loadGlobal(frame, arg);
          }
          if (
            (word & 0xff) === Op.LOAD_SUPER_METHOD &&
            value === superType &&
            loadSuperMethod(slots, sp, code, (ops[pc + 6] as number) >> 8)
          ) {
            sp += 2;
            pc += 8;
            continue;
          }
          slots[sp++] = value;
          if ((word & 0xff) !== Op.LOAD_GLOBAL) {
            (slots as unknown[])[sp++] = undefined;
            pc += 2;
          }
          break;
        }
        case Op.LOAD_DEREF: {
          const value = (slots[arg] as Cell).value;
          if (value === undefined) {
            frame.pc = pc;
            frame.sp = sp;
            rareOp(frame, Op.LOAD_DEREF, arg);
          }
          slots[sp++] = value as Value;
          break;
        }
        case Op.STORE_DEREF:
          (slots[arg] as Cell).value = slots[--sp] as Value;
          break;
        case Op.MAKE_CELL:
          slots[arg] = new Cell(slots[arg]);
          break;
        case Op.COPY_FREE_VARS: {
          const closure = (frame.func as PyFunction).closure;
          const start = code.freeStart;
          for (let i = 0; i < arg; i++) slots[start + i] = closure[i] as Cell;
          break;
        }
        case Op.LOAD_CLOSURE:
          slots[sp++] = slots[arg] as Value;
          break;
        case Op.LOAD_ATTR: {
          frame.pc = pc;
          frame.sp = sp - 1;
          const outcome = loadAttribute(slots[sp - 1] as Value, code, arg);
          if (outcome === PUSHED) continue reload;
          slots[sp - 1] = outcome;
          break;
        }
        case Op.STORE_ATTR:
          sp -= 2;
          frame.pc = pc;
          storeAttribute(slots[sp + 1] as Value, code, arg, slots[sp] as Value);
          if (tracked.count !== 0) {
            frame.sp = sp;
            letGo(frame, undefined);
          }
          break;
        case Op.LOAD_METHOD:
          frame.pc = pc;
          loadMethod(slots, sp - 1, code, arg);
          sp++;
          break;
        case Op.CALL:
          ops[pc] = (word & ~0xff) | callOp(slots[sp - arg - 2] as Value);
          continue;
        case Op.CALL_FUNCTION: {
          const base = sp - arg - 2;
          const callee = slots[base];
          const self: Value | undefined = slots[base + 1];
          const first = self === undefined ? base + 2 : base + 1;
          if (!(callee instanceof PyFunction) || callee.code.simpleArgs !== sp - first) {
            ops[pc] = (word & ~0xff) | Op.CALL_ANY;
            continue;
          }
          frame.pc = pc;
          frame.sp = base;
          if (tracked.count !== 0) {
            frame.sp = sp;
            letGo(frame, undefined);
            frame.sp = base;
          }
          const target = callee.code;
          const next = new Frame(target, callee.globals, callee);
          const values = next.slots;
          for (let i = first; i < sp; i++) values[i - first] = slots[i];
          next.back = frame;
          if (++thread.depth > m.recursionLimit) {
            thread.depth--;
            rareOp(frame, Op.CALL, 0);
          }
          thread.top = next;
          if (m.observer !== null) {
            if (target.isUser) m.observer.frameEntered(next);
            else if (target.probe !== null) m.observer.probed(next);
          }
          if (--m.budget < 0) {
            portionEnded(frame);
            return false;
          }
          continue reload;
        }
        case Op.CALL_NATIVE:
        case Op.CALL_TYPE:
        case Op.CALL_ANY: {
          const base = sp - arg - 2;
          let callee = slots[base] as Value;
          let self: Value | undefined = slots[base + 1];
          if ((word & 0xff) !== Op.CALL_ANY) {
            if (!((word & 0xff) === Op.CALL_NATIVE ? callee instanceof PyNative : callee instanceof PyType)) {
              ops[pc] = (word & ~0xff) | Op.CALL_ANY;
              continue;
            }
          } else if (self === undefined && !(callee instanceof PyFunction) && callee instanceof PyMethod) {
            self = callee.self;
            callee = callee.func;
            slots[base + 1] = self;
          }
          frame.pc = pc;
          if (tracked.count !== 0) {
            frame.sp = sp;
            letGo(frame, undefined);
          }
          frame.sp = base;
          if ((word & 0xff) === Op.CALL_ANY && callee instanceof PyFunction && --m.budget < 0) portionUsed(frame);
          const outcome =
            (word & 0xff) === Op.CALL_NATIVE
              ? callNativeFromStack(callee as PyNative, self, slots, base + 2, arg)
              : callFromStack(callee, self, slots, base + 2, arg);
          if (outcome === PUSHED) continue reload;
          slots[base] = outcome;
          sp = base + 1;
          break;
        }
        case Op.CALL_KW: {
          const base = sp - arg - 3;
          frame.pc = pc;
          frame.sp = base;
          const outcome = callKeywords(slots, base, arg);
          if (outcome === PUSHED) continue reload;
          slots[base] = outcome;
          sp = base + 1;
          break;
        }
        case Op.CALL_EX: {
          const base = sp - 3 - arg;
          frame.pc = pc;
          frame.sp = base;
          const outcome = callSpread(slots, base, arg === 1);
          if (outcome === PUSHED) continue reload;
          slots[base] = outcome;
          sp = base + 1;
          break;
        }
        case Op.BUILD_TUPLE: {
          const items = slots.slice(sp - arg, sp);
          sp -= arg;
          slots[sp++] = new PyTuple(items);
          break;
        }
        case Op.BUILD_LIST: {
          const items = slots.slice(sp - arg, sp);
          sp -= arg;
          slots[sp++] = new PyList(items);
          break;
        }
        case Op.BUILD_STRING: {
          frame.pc = pc;
          let text = '';
          for (let i = sp - arg; i < sp; i++) text += slots[i] as string;
          sp -= arg;
          slots[sp++] = text;
          break;
        }
        case Op.LIST_APPEND: {
          const value = slots[--sp] as Value;
          (slots[sp - arg] as PyList).items.push(value);
          break;
        }
        case Op.BINARY_SUBSCR: {
          sp--;
          const container = slots[sp - 1] as Value;
          const key = slots[sp] as Value;
          if (
            typeof key === 'number' &&
            container instanceof PyList &&
            container.cls === listType &&
            key >= 0 &&
            key < container.items.length
          ) {
            slots[sp - 1] = container.items[key] as Value;
            break;
          }
          frame.pc = pc;
          frame.sp = sp - 1;
          const outcome = loadItem(container, key);
          if (outcome === PUSHED) continue reload;
          slots[sp - 1] = outcome;
          break;
        }
        case Op.STORE_SUBSCR: {
          sp -= 3;
          frame.pc = pc;
          const container = slots[sp + 1] as Value;
          const key = slots[sp + 2] as Value;
          if (
            typeof key === 'number' &&
            container instanceof PyList &&
            container.cls === listType &&
            key >= 0 &&
            key < container.items.length
          ) {
            container.items[key] = slots[sp] as Value;
            if (tracked.count === 0) break;
          } else {
            frame.sp = sp;
            if (storeItem(container, key, slots[sp] as Value) === PUSHED) continue reload;
          }
          if (tracked.count !== 0) {
            frame.sp = sp;
            letGo(frame, undefined);
          }
          break;
        }
        case Op.BINARY_FAST_CONST:
        case Op.BINARY_FAST_FAST: {
          const a = slots[arg];
          const second = (ops[pc + 2] as number) >> 8;
          const b = (word & 0xff) === Op.BINARY_FAST_CONST ? code.constants[second] : slots[second];
          if (typeof a === 'number' && typeof b === 'number') {
            const result = intOp(((ops[pc + 4] as number) >> 8) & OPERATOR, a, b);
            if (!Number.isNaN(result)) {
              const target = ops[pc + 5] as number;
              if (target >= 0 && tracked.count === 0 && unstarted.count === 0) {
                slots[target] = result;
                pc += 8;
                continue;
              }
              slots[sp++] = result;
              pc += 6;
              continue;
            }
          }
          if (a === undefined) unboundFast(frame, pc, arg);
          if (b === undefined) unboundFast(frame, pc + 2, second);
          slots[sp] = a as Value;
          slots[sp + 1] = b as Value;
          sp += 2;
          pc += 4;
          continue;
        }
        case Op.BINARY_CONST:
        case Op.BINARY_FAST: {
          const a = slots[sp - 1];
          const b = (word & 0xff) === Op.BINARY_CONST ? code.constants[arg] : slots[arg];
          if (typeof a === 'number' && typeof b === 'number') {
            const result = intOp(((ops[pc + 2] as number) >> 8) & OPERATOR, a, b);
            if (!Number.isNaN(result)) {
              const target = ops[pc + 3] as number;
              if (target >= 0 && tracked.count === 0 && unstarted.count === 0) {
                slots[target] = result;
                sp--;
                pc += 6;
                continue;
              }
              slots[sp - 1] = result;
              pc += 4;
              continue;
            }
          }
          if (b === undefined) unboundFast(frame, pc, arg);
          slots[sp++] = b as Value;
          pc += 2;
          continue;
        }
        case Op.BINARY_OP: {
          const b = slots[--sp] as Value;
          const a = slots[sp - 1] as Value;
          const operator = arg & OPERATOR;
          frame.pc = pc;
          if (typeof a === 'number' && typeof b === 'number') {
            const result = intOp(operator, a, b);
            if (!Number.isNaN(result)) {
              slots[sp - 1] = result;
              break;
            }
            if (operator === Op.BINARY_TRUE_DIVIDE && b !== 0) {
              slots[sp - 1] = new PyFloat(a / b);
              break;
            }
          } else if (a instanceof PyFloat || b instanceof PyFloat) {
            const float = floatOp(operator, a, b);
            if (float !== null) {
              slots[sp - 1] = float;
              break;
            }
          } else if (operator === Op.BINARY_ADD && typeof a === 'string' && typeof b === 'string') {
            slots[sp - 1] = a + b;
            break;
          }
          frame.sp = sp - 1;
          const outcome = operate(arg, a, b);
          if (outcome === PUSHED) continue reload;
          slots[sp - 1] = outcome;
          break;
        }
        case Op.UNARY_NEGATIVE: {
          const value = slots[sp - 1] as Value;
          if (typeof value === 'number' && value !== 0) slots[sp - 1] = -value;
          else if (value instanceof PyFloat) slots[sp - 1] = new PyFloat(-value.value);
          else {
            frame.pc = pc;
            frame.sp = sp;
            rareOp(frame, Op.UNARY_NEGATIVE, arg);
          }
          break;
        }
        case Op.COMPARE_FAST_CONST_JUMP:
        case Op.COMPARE_FAST_FAST_JUMP: {
          const a = slots[arg];
          const second = (ops[pc + 2] as number) >> 8;
          const b = (word & 0xff) === Op.COMPARE_FAST_CONST_JUMP ? code.constants[second] : slots[second];
          if (typeof a === 'number' && typeof b === 'number') {
            pc = compareInts((ops[pc + 4] as number) >> 8, a, b) ? pc + 8 : (ops[pc + 6] as number) >> 8;
            continue;
          }
          if (a === undefined) unboundFast(frame, pc, arg);
          if (b === undefined) unboundFast(frame, pc + 2, second);
          slots[sp] = a as Value;
          slots[sp + 1] = b as Value;
          sp += 2;
          pc += 4;
          continue;
        }
        case Op.COMPARE_CONST_JUMP: {
          const a = slots[sp - 1];
          const b = code.constants[arg] as Value;
          if (typeof a === 'number' && typeof b === 'number') {
            sp--;
            pc = compareInts((ops[pc + 2] as number) >> 8, a, b) ? pc + 6 : (ops[pc + 4] as number) >> 8;
            continue;
          }
          slots[sp++] = b;
          break;
        }
        case Op.COMPARE_OP: {
          const b = slots[--sp] as Value;
          const a = slots[sp - 1] as Value;
          if (typeof a === 'number' && typeof b === 'number') {
            slots[sp - 1] = compareInts(arg, a, b);
          } else if (
            typeof a === 'string' &&
            typeof b === 'string' &&
            (arg === Op.COMPARE_EQ || arg === Op.COMPARE_NE)
          ) {
            slots[sp - 1] = (a === b) === (arg === Op.COMPARE_EQ);
          } else {
            frame.pc = pc;
            frame.sp = sp - 1;
            const outcome = compare(arg, a, b);
            if (outcome === PUSHED) continue reload;
            slots[sp - 1] = outcome;
          }
          break;
        }
        case Op.COMPARE_OP_POP_JUMP_IF_FALSE: {
          const b = slots[--sp] as Value;
          const a = slots[sp - 1] as Value;
          if (typeof a === 'number' && typeof b === 'number') {
            sp--;
            pc = compareInts(arg, a, b) ? pc + 4 : (ops[pc + 2] as number) >> 8;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp - 1;
          const outcome = compare(arg, a, b);
          if (outcome === PUSHED) continue reload;
          slots[sp - 1] = outcome;
          break;
        }
        case Op.IS_OP: {
          const b = slots[--sp];
          slots[sp - 1] = (slots[sp - 1] === b) !== (arg === 1);
          break;
        }
        case Op.CONTAINS_OP: {
          const container = slots[--sp] as Value;
          frame.pc = pc;
          slots[sp - 1] = contains(container, slots[sp - 1] as Value) !== (arg === 1);
          break;
        }
        case Op.UNARY_NOT:
          frame.pc = pc;
          slots[sp - 1] = !truthy(slots[sp - 1] as Value);
          break;
        case Op.JUMP:
          pc = arg;
          continue;
        case Op.JUMP_BACKWARD:
          pc = arg;
          if (--m.budget < 0) {
            frame.pc = pc - 2;
            frame.sp = sp;
            portionEnded(frame);
            return false;
          }
          continue;
        case Op.POP_JUMP_IF_FALSE: {
          const condition = slots[--sp] as Value;
          if (condition === true) break;
          frame.pc = pc;
          if (condition === false || !truthy(condition)) {
            pc = arg;
            continue;
          }
          break;
        }
        case Op.POP_JUMP_IF_TRUE: {
          const condition = slots[--sp] as Value;
          if (condition === false) break;
          frame.pc = pc;
          if (condition === true || truthy(condition)) {
            pc = arg;
            continue;
          }
          break;
        }
        case Op.POP_JUMP_IF_NONE:
          if (slots[--sp] === null) {
            pc = arg;
            continue;
          }
          break;
        case Op.POP_JUMP_IF_NOT_NONE:
          if (slots[--sp] !== null) {
            pc = arg;
            continue;
          }
          break;
        case Op.JUMP_IF_FALSE_OR_POP:
          frame.pc = pc;
          if (!truthy(slots[sp - 1] as Value)) {
            pc = arg;
            continue;
          }
          sp--;
          break;
        case Op.JUMP_IF_TRUE_OR_POP:
          frame.pc = pc;
          if (truthy(slots[sp - 1] as Value)) {
            pc = arg;
            continue;
          }
          sp--;
          break;
        case Op.GET_ITER:
          frame.pc = pc;
          slots[sp - 1] = loopIterator(slots[sp - 1] as Value);
          break;
        case Op.FOR_ITER:
          ops[pc] = (word & ~0xff) | forIterOp(slots[sp - 1] as Value);
          continue;
        case Op.FOR_ITER_RANGE:
        case Op.FOR_ITER_LIST: {
          const iterator = slots[sp - 1];
          let value: Value | undefined;
          if ((word & 0xff) === Op.FOR_ITER_RANGE && iterator instanceof RangeIterator) value = iterator.nextValue();
          else if (iterator instanceof ListIterator) value = iterator.nextValue();
          if (value === undefined) {
            // At its end, or not of the kind that was met here before.
            ops[pc] = (word & ~0xff) | Op.FOR_ITER_NATIVE;
            continue;
          }
          const target = ops[pc + 1] as number;
          if (target >= 0 && tracked.count === 0 && unstarted.count === 0) {
            slots[target] = value;
            pc += 4;
            continue;
          }
          slots[sp++] = value;
          break;
        }
        case Op.FOR_ITER_NATIVE: {
          const iterator = slots[sp - 1];
          if (!(iterator instanceof NativeIterator)) {
            ops[pc] = (word & ~0xff) | Op.FOR_ITER_ANY;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const value = iterator.nextValue();
          if (value === undefined) {
            ops[pc] = (word & ~0xff) | Op.FOR_ITER;
            sp--;
            pc = arg;
            if (tracked.count !== 0) {
              frame.sp = sp;
              letGo(frame, iterator);
            }
            continue;
          }
          slots[sp++] = value;
          break;
        }
        case Op.FOR_ITER_GENERATOR: {
          const iterator = slots[sp - 1];
          if (!(iterator instanceof PyGenerator && iterator.cls === generatorType)) {
            ops[pc] = (word & ~0xff) | Op.FOR_ITER_ANY;
            continue;
          }
          if (iterator.frame === null) {
            sp--;
            pc = arg;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          resumeGenerator(iterator, null, null, Ret.forGenerator);
          continue reload;
        }
        case Op.FOR_ITER_ANY: {
          const iterator = slots[sp - 1] as Value;
          const kind = iterator instanceof PyObject && iterator.cls.isHeapType ? Op.FOR_ITER_ANY : forIterOp(iterator);
          if (kind !== Op.FOR_ITER_ANY) {
            ops[pc] = (word & ~0xff) | kind;
            continue;
          }
          frame.pc = pc;
          frame.sp = sp;
          const value = forIter(iterator);
          if (value === PUSHED) continue reload;
          if (value === undefined) {
            sp--;
            pc = arg;
            continue;
          }
          slots[sp++] = value;
          break;
        }
        case Op.YIELD_FROM: {
          frame.pc = pc;
          const sent = slots[--sp] as Value;
          const target = slots[sp - 1] as Value;
          frame.sp = sp;
          if (target instanceof PyGenerator) {
            if (target.frame !== null) {
              resumeGenerator(target, sent, null, Ret.yieldFrom);
              continue reload;
            }
          } else if (target instanceof NativeAwaitable) {
            const value = target.send(sent);
            if (target.isFinished) {
              slots[sp - 1] = value;
              break;
            }
            if (deliverYield(frame, value, false)) return true;
            continue reload;
          }
          const rare = yieldFromRare(frame, target, sent);
          if (rare === 'yielded') {
            if (deliverYield(frame, frame.slots[sp] as Value, false)) return true;
            continue reload;
          }
          if (rare === PUSHED) continue reload;
          break;
        }
        case Op.YIELD_VALUE:
          frame.pc = pc;
          frame.sp = sp - 1;
          if (deliverYield(frame, slots[sp - 1] as Value, (code.flags & CodeFlag.asyncGenerator) !== 0)) return true;
          continue reload;
        case Op.RETURN_VALUE: {
          const value = slots[sp - 1] as Value;
          frame.pc = pc;
          frame.sp = sp - 1;
          if (m.observer !== null) {
            if (code.isUser) m.observer.frameLeft(frame);
            else if (code.probe !== null) m.observer.probed(frame);
          }
          if (frame.generator !== null) {
            frame.generator.state = 'closed';
            frame.generator.frame = null;
            if (tracked.count !== 0) generatorEnded(frame.generator);
          }
          const back = frame.back;
          if (frame.ret === Ret.push && back instanceof Frame) {
            back.slots[back.sp++] = value;
            thread.top = back;
            thread.depth--;
            if (tracked.count !== 0 || unstarted.count !== 0) frameLeft(frame);
            continue reload;
          }
          if (deliverReturn(frame, value)) return true;
          if (tracked.count !== 0 || unstarted.count !== 0) frameLeft(frame);
          continue reload;
        }
        case Op.PUSH_EXC_INFO: {
          const exc = slots[sp - 1] as PyException;
          slots[sp - 1] = frame.handled;
          slots[sp++] = exc;
          frame.handled = exc;
          break;
        }
        case Op.POP_EXCEPT: {
          frame.pc = pc;
          if (code.isUser && m.observer !== null && frame.handled !== null && code.ops[pc + 2] !== Op.RERAISE)
            m.observer.swallowed(frame, frame.handled, arg);
          const handled = frame.handled;
          frame.handled = slots[--sp] as PyException | null;
          if (tracked.count !== 0) {
            frame.sp = sp;
            letGo(frame, handled);
          }
          break;
        }
        case Op.RERAISE:
          frame.pc = pc;
          frame.sp = --sp;
          if (raiseIn(slots[sp] as PyException, frame, false)) return true;
          continue reload;
        case Op.RAISE_VARARGS:
          frame.pc = pc;
          frame.sp = sp - arg;
          if (raiseStatement(frame, arg)) return true;
          continue reload;
        case Op.UNPACK_SEQUENCE: {
          const sequence = slots[sp - 1] as Value;
          if (sequence instanceof PyTuple && sequence.items.length === arg) {
            sp--;
            for (let i = arg - 1; i >= 0; i--) slots[sp++] = sequence.items[i] as Value;
            break;
          }
          frame.pc = pc;
          frame.sp = sp;
          rareOp(frame, Op.UNPACK_SEQUENCE, arg);
          sp = frame.sp | 0;
          break;
        }
        case Op.LOAD_NAME: {
          const name = code.names[arg] as string;
          const names = frame.names;
          let value = names instanceof PyDict && names.cls === dictType ? names.map.get(name) : undefined;
          if (value === undefined) {
            frame.pc = pc;
            frame.sp = sp;
            rareOp(frame, Op.LOAD_NAME, arg);
            value = slots[sp] as Value;
          }
          slots[sp++] = value;
          break;
        }
        case Op.STORE_NAME: {
          const names = frame.names;
          if (names instanceof PyDict && names.cls === dictType && tracked.count === 0 && unstarted.count === 0) {
            names.map.set(code.names[arg] as string, slots[--sp] as Value);
          } else {
            frame.pc = pc;
            frame.sp = sp;
            rareOp(frame, Op.STORE_NAME, arg);
            sp = frame.sp | 0;
          }
          break;
        }
        default:
          frame.pc = pc;
          frame.sp = sp;
          rareOp(frame, word & 0xff, arg);
          if (tracked.count !== 0 && LETS_GO.has(word & 0xff)) letGo(frame, undefined);
          if (thread.top !== frame || thread.needsAttention) continue reload;
          sp = frame.sp | 0;
      }
      pc += 2;
    }
  }
}
