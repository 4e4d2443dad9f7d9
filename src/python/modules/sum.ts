/** `sum`. A generator is driven from a frame of its own: to begin a nested run for each item would cost more than the item. */
import { BinaryOperator } from '../compile/opcodes.ts';
import { type PyException, PyRaise, raise, TypeError } from '../objects/errors.ts';
import { intAdd } from '../objects/int.ts';
import type { Outcome } from '../objects/native.ts';
import { binaryOp } from '../objects/operators.ts';
import { getIter, iterNext } from '../objects/protocol.ts';
import {
  floatType,
  generatorType,
  PyByteArray,
  PyBytes,
  PyFloat,
  strType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { enterNative } from '../vm/call.ts';
import { NativeFrame, Ret } from '../vm/frame.ts';
import { PyGenerator } from '../vm/generator.ts';
import { resumeGenerator } from '../vm/generators-run.ts';
import { interpreter } from '../vm/interpreter.ts';

/** So many items are counted as work at once. */
const ITEMS_MASK = 0xffff;

/** CPython: Python/bltinmodule.c, builtin_sum_impl. */
export function sum(iterable: Value, start?: Value): Outcome {
  const total: Value = start === undefined ? 0 : start;
  const iterator = getIter(iterable);
  if (typeOf(total).isSubtypeOf(strType)) return raise(TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (total instanceof PyBytes) return raise(TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (total instanceof PyByteArray) return raise(TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  const running = new Sum(total);
  if (iterator instanceof PyGenerator && iterator.cls === generatorType && iterator.state === 'created')
    return enterNative(new SumFrame(iterator, running));
  let count = 0;
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) {
    running.add(item);
    if ((++count & ITEMS_MASK) === 0) interpreter.spend(ITEMS_MASK);
  }
  return running.result();
}

/** The sum so far: of anything, until it becomes a float; then of floats as long as only numbers come; then of anything again. */
class Sum {
  private phase: 'any' | 'floats' | 'after' = 'any';
  /** Where `phase` is not `floats`. */
  private total: Value;
  private high = 0;
  private low = 0;

  constructor(start: Value) {
    this.total = start;
  }

  add(item: Value): void {
    if (this.phase === 'floats') return this.addToFloats(item);
    const { total } = this;
    if (this.phase === 'any' && (typeof total === 'number' || typeof total === 'bigint')) {
      if (typeof item === 'number' || typeof item === 'bigint') {
        this.total = intAdd(total, item);
        return;
      }
      if (typeof item === 'boolean') {
        this.total = intAdd(total, item ? 1 : 0);
        return;
      }
    }
    const next = binaryOp(BinaryOperator.add, total, item);
    this.total = next;
    if (this.phase !== 'any' || !(next instanceof PyFloat && next.cls === floatType)) return;
    this.phase = 'floats';
    this.high = next.value;
  }

  /** CPython: cs_add, Neumaier's compensated sum. */
  private addToFloats(item: Value): void {
    if (!(item instanceof PyFloat || typeof item === 'number' || typeof item === 'boolean')) {
      this.total = binaryOp(BinaryOperator.add, new PyFloat(this.float()), item);
      this.phase = 'after';
      return;
    }
    const next = item instanceof PyFloat ? item.value : Number(item);
    const { high } = this;
    const total = high + next;
    this.low += Math.abs(high) >= Math.abs(next) ? high - total + next : next - total + high;
    this.high = total;
  }

  /** CPython: cs_to_double. */
  private float(): number {
    return this.low !== 0 && Number.isFinite(this.low) ? this.high + this.low : this.high;
  }

  result(): Value {
    if (this.phase === 'floats') return new PyFloat(this.float());
    const { total } = this;
    return this.phase === 'any' && total instanceof PyFloat && total.cls === floatType
      ? new PyFloat(total.value)
      : total;
  }
}

class SumFrame extends NativeFrame {
  private readonly generator: PyGenerator;
  private readonly running: Sum;
  private isStarted = false;
  constructor(generator: PyGenerator, running: Sum) {
    super();
    this.generator = generator;
    this.running = running;
  }

  resume(value: Value): Outcome {
    if (this.isStarted) this.running.add(value);
    this.isStarted = true;
    return resumeGenerator(this.generator, null, null, Ret.generatorItem);
  }

  override finished(): Outcome {
    return this.running.result();
  }

  fail(exc: PyException): Outcome {
    throw new PyRaise(exc, true);
  }
}
