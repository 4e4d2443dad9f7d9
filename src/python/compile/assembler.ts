/**
 * Collects the instructions of one code object: labels, stack depth, positions and the exception
 * table. Code that cannot be reached is not emitted, so that the depth is always known.
 */
import { assert } from '../../lib/assert.ts';
import type { Source } from '../syntax/source.ts';
import type { Range } from '../syntax/tree.ts';
import { effectOf, isTerminal, jumpEffectOf } from './effects.ts';
import * as Op from './op.ts';

export interface Label {
  /** Index of the instruction, times two; -1 until it is placed. */
  index: number;
  /** Stack depth on arrival; -1 until something arrives. */
  depth: number;
}

export interface Handler {
  readonly label: Label;
  /** Values that stay on the stack when an exception is caught. */
  readonly depth: number;
}

export class Assembler {
  readonly ops: number[] = [];
  private readonly positions: number[] = [];
  /** The innermost handler of each instruction. */
  private readonly handlers: (Handler | null)[] = [];
  private readonly jumps: { readonly at: number; readonly label: Label }[] = [];
  private handlerStack: Handler[] = [];
  private lastPlaced = -1;
  depth = 0;
  maxDepth = 0;
  isReachable = true;

  /** Whether an instruction without a place of its own has a predecessor to take it from. */
  get hasPlace(): boolean {
    return (this.positions.at(-4) ?? -1) !== -1;
  }

  label(): Label {
    return { index: -1, depth: -1 };
  }

  /** `at` null: the place of the previous instruction. */
  emit(op: number, arg: number, at: Range | null): void {
    if (!this.isReachable) return;
    this.write(op, arg, at);
    this.depth += effectOf(op, arg);
    assert(this.depth >= 0, 'the compiler lets the stack run empty');
    if (this.depth > this.maxDepth) this.maxDepth = this.depth;
    if (isTerminal(op)) this.isReachable = false;
  }

  /** A jump; an unconditional one becomes JUMP_BACKWARD where its label is already placed. */
  jump(op: number, label: Label, at: Range | null): void {
    if (!this.isReachable) return;
    const isBackward = op === Op.JUMP && label.index >= 0;
    this.jumps.push({ at: this.ops.length, label });
    this.write(isBackward ? Op.JUMP_BACKWARD : op, 0, at);
    this.arrive(label, this.depth + jumpEffectOf(op));
    this.depth += effectOf(op, 0);
    if (this.depth > this.maxDepth) this.maxDepth = this.depth;
    if (op === Op.JUMP) this.isReachable = false;
  }

  place(label: Label): void {
    this.dropJumpTo(label);
    if (this.isReachable) this.arrive(label, this.depth);
    else if (label.depth >= 0) {
      this.depth = label.depth;
      this.isReachable = true;
    }
    if (this.depth > this.maxDepth) this.maxDepth = this.depth;
    label.index = this.ops.length;
    if (label.depth >= 0) this.lastPlaced = this.ops.length;
  }

  /** From here on exceptions go to the label, with the values above `depth` dropped. */
  protect(label: Label, depth: number): void {
    this.handlerStack.push({ label, depth });
  }

  unprotect(): void {
    this.handlerStack.pop();
  }

  /** For code that leaves blocks early: put the handlers back afterwards with `restoreHandlers`. */
  saveHandlers(): readonly Handler[] {
    return this.handlerStack.slice();
  }

  restoreHandlers(saved: readonly Handler[]): void {
    this.handlerStack = saved.slice();
  }

  finish(source: Source): { ops: Int32Array; positions: Int32Array; exceptionTable: Int32Array; stackSize: number } {
    for (const { at, label } of this.jumps) this.resolve(at, label);
    return {
      ops: Int32Array.from(this.ops),
      positions: this.finishPositions(source),
      exceptionTable: this.finishExceptionTable(),
      stackSize: this.maxDepth,
    };
  }

  private write(op: number, arg: number, at: Range | null): void {
    this.ops.push(op, arg);
    const handler = this.handlerStack.at(-1) ?? null;
    this.handlers.push(handler);
    if (handler !== null) this.arrive(handler.label, handler.depth + 1);
    if (at !== null) {
      this.positions.push(at.lineno, at.end_lineno, at.col_offset, at.end_col_offset);
      return;
    }
    const last = this.positions.length - 4;
    if (last < 0) this.positions.push(-1, -1, -1, -1);
    else
      this.positions.push(
        this.positions[last] ?? -1,
        this.positions[last + 1] ?? -1,
        this.positions[last + 2] ?? -1,
        this.positions[last + 3] ?? -1,
      );
  }

  private arrive(label: Label, depth: number): void {
    if (label.depth < 0) label.depth = depth;
    else assert(label.depth === depth, 'the compiler joins different stack depths');
  }

  /** A forward jump to the very next instruction is no jump. */
  private dropJumpTo(label: Label): void {
    const last = this.jumps.at(-1);
    const at = this.ops.length - 2;
    if (
      last === undefined ||
      last.label !== label ||
      last.at !== at ||
      this.ops[at] !== Op.JUMP ||
      this.lastPlaced === this.ops.length
    )
      return;
    this.jumps.pop();
    this.ops.length = at;
    this.positions.length -= 4;
    this.handlers.pop();
    this.depth = label.depth;
    this.isReachable = true;
  }

  private resolve(at: number, label: Label): void {
    assert(label.index >= 0, 'a jump goes nowhere');
    let target = label.index;
    while (this.ops[target] === Op.JUMP) target = this.targetOf(target);
    if (this.ops[at] === Op.JUMP && this.ops[target] === Op.JUMP_BACKWARD) {
      this.ops[at] = Op.JUMP_BACKWARD;
      target = this.targetOf(target);
    }
    this.ops[at + 1] = target;
  }

  private labelAt: Map<number, Label> | null = null;

  private targetOf(jump: number): number {
    this.labelAt ??= new Map(this.jumps.map(({ at, label }) => [at, label]));
    return this.labelAt.get(jump)?.index ?? jump;
  }

  private finishPositions(source: Source): Int32Array {
    const positions = Int32Array.from(this.positions);
    if (source.isSimple) return positions;
    for (let i = 0; i < positions.length; i += 4) {
      const line = positions[i] ?? -1;
      if (line < 1) continue;
      positions[i + 2] = source.codePointsBefore(line, positions[i + 2] ?? 0);
      if ((positions[i + 3] ?? -1) >= 0)
        positions[i + 3] = source.codePointsBefore(positions[i + 1] ?? line, positions[i + 3] ?? 0);
    }
    return positions;
  }

  private finishExceptionTable(): Int32Array {
    const table: number[] = [];
    for (let i = 0; i < this.handlers.length; ) {
      const handler = this.handlers[i] ?? null;
      const start = i;
      while (i < this.handlers.length && this.handlers[i] === handler) i++;
      if (handler !== null) table.push(start * 2, i * 2, handler.label.index, handler.depth);
    }
    return Int32Array.from(table);
  }
}
