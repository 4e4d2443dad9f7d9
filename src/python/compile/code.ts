/**
 * The wall between the compiler and the VM: what a code object is. Plain data, shared by all runs.
 * A code object is made once for each function, class body, comprehension-like scope and module.
 */

import type { GlobalCell } from '../objects/globals.ts';
import type { Shape } from '../objects/shapes.ts';
import { codeType, type PyDict, PyObject, type PyType, type Value } from '../objects/value.ts';
import { fuse } from './fuse.ts';
import { interned, internedConstant } from './intern.ts';
import * as Op from './op.ts';

export const CodeFlag = {
  optimized: 0x1,
  newLocals: 0x2,
  varArgs: 0x4,
  varKeywords: 0x8,
  nested: 0x10,
  generator: 0x20,
  coroutine: 0x80,
  iterableCoroutine: 0x100,
  asyncGenerator: 0x200,
  future_annotations: 0x1000000,
} as const;

export interface CodeInit {
  readonly name: string;
  /** Dotted path as CPython builds it: `Class.method`, `outer.<locals>.inner`. */
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  /** Positional parameters (positional-only ones included), without `*args`. */
  readonly argCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  readonly flags: number;
  /**
   * Names of the slots, in order: parameters (positional, keyword-only, *args, **kwargs), other fast locals, then cells that are
   * not parameters, then free variables. A parameter that is captured keeps its slot: MAKE_CELL wraps it in place.
   */
  readonly slotNames: readonly string[];
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  /** Slot of the first free variable; `slotNames.length - freeNames.length`. */
  readonly freeStart: number;
  /** Names used by LOAD_NAME, LOAD_GLOBAL, LOAD_ATTR, imports. */
  readonly names: readonly string[];
  readonly constants: readonly Value[];
  /** `op, arg, op, arg, …`; jump arguments are indices into this array. */
  readonly ops: Int32Array;
  /** Four numbers an instruction: line, end line, column, end column (columns count code points, 0-based; -1: none). */
  readonly positions: Int32Array;
  /**
   * Four numbers an entry, innermost first: start, end (indices into `ops`, end exclusive), handler, stack depth
   * (values that stay on the stack). On an exception at `start <= pc < end` the stack is cut to `depth`, the
   * exception pushed, and control goes to `handler`.
   */
  readonly exceptionTable: Int32Array;
  /** The largest number of values on the stack. */
  readonly stackSize: number;
  readonly docstring: string | null;
}

const NO_CELLS: readonly GlobalCell[] = [];

/** Whether a file name is the one that library/node-source.mjs gives to what stands in for a module that CPython writes in C. */
export function isBuiltIn(filename: string): boolean {
  return filename.startsWith('<built-in ');
}

export interface AttributeCache {
  /** Holds for instances of this class, as long as no class changes; never a metaclass. */
  cls: PyType | null;
  version: number;
  found: Value | undefined;
  load: number;
  store: number;
  /** Loading: the shape of the instance met last, and where that has the name; -1: it has none. Undefined: none was met. */
  loadShape: Shape | undefined;
  loadPlace: number;
  /** Storing: likewise, and the shape that the instance has then. */
  storeShape: Shape | undefined;
  storePlace: number;
  storedShape: Shape | null;
  /** What was found on another class that was met there before. */
  readonly next: AttributeCache | null;
}

export class Code extends PyObject {
  readonly name: string;
  readonly qualname: string;
  readonly filename: string;
  readonly firstLine: number;
  readonly argCount: number;
  readonly positionalOnlyCount: number;
  readonly keywordOnlyCount: number;
  flags: number;
  readonly slotNames: readonly string[];
  readonly cellNames: readonly string[];
  readonly freeNames: readonly string[];
  readonly freeStart: number;
  readonly names: readonly string[];
  readonly constants: readonly Value[];
  readonly ops: Int32Array;
  /** The same for the dispatch loop, frequent pairs made one. */
  readonly fused: Int32Array;
  readonly positions: Int32Array;
  readonly exceptionTable: Int32Array;
  readonly stackSize: number;
  readonly docstring: string | null;
  /** Number of values a frame needs: slots and stack. */
  readonly frameSize: number;
  /** The trace's index of this code object, valid for the run `traceRun` (library code is shared by all runs). */
  traceId = 0;
  traceRun = 0;
  /** Number of slots that are no stack. */
  readonly stackStart: number;
  /** What the slots of a large new frame hold (vm/frame.ts). Copied, never written to: a copy can hold any value from the start. */
  readonly blank: readonly undefined[];
  /** Number of arguments when a call needs no more than copying them into the slots (no defaults, `*args`, generators); else -1. */
  readonly simpleArgs: number;
  /** The same for generators and coroutines too. */
  readonly plainArgs: number;
  /** Compiled with LINE instructions: the user's own file, whose lines and frames are recorded. */
  readonly isUser: boolean;
  /** Of a module that CPython writes in C: its frames leave no trace in tracebacks. */
  readonly isBuiltIn: boolean;
  /** For LOAD_ATTR, LOAD_METHOD and STORE_ATTR, by index into `names`: what was found on the class last met there. Owned by vm/attribute-ops.ts. */
  readonly attributeCaches: (AttributeCache | undefined)[];
  /** For LOAD_GLOBAL, by index into `names`: cells of the globals `cellsOf`, those that this code was last executed with. */
  cells: readonly GlobalCell[] = NO_CELLS;
  cellsOf: PyDict | null = null;
  /** The slot of the free variable `__class__`, by which `super()` knows where it is; -1: none. */
  readonly classCell: number;
  /** Set for code of CPython's library whose objects are drawn (locks, queues): see asyncio/probes.ts. */
  probe: unknown = null;

  constructor(init: CodeInit) {
    super(codeType);
    this.name = init.name;
    this.qualname = init.qualname;
    this.filename = init.filename;
    this.firstLine = init.firstLine;
    this.argCount = init.argCount;
    this.positionalOnlyCount = init.positionalOnlyCount;
    this.keywordOnlyCount = init.keywordOnlyCount;
    this.flags = init.flags;
    this.slotNames = init.slotNames.map(interned);
    this.cellNames = init.cellNames;
    this.freeNames = init.freeNames;
    this.freeStart = init.freeStart;
    this.names = init.names.map(interned);
    this.constants = init.constants.map(internedConstant);
    this.ops = init.ops;
    this.fused = fuse(init.ops, this.names);
    this.attributeCaches = init.names.map(() => undefined);
    this.classCell = init.freeNames.includes('__class__') ? init.freeStart + init.freeNames.indexOf('__class__') : -1;
    this.positions = init.positions;
    this.exceptionTable = init.exceptionTable;
    this.stackSize = init.stackSize;
    this.docstring = init.docstring;
    this.frameSize = init.slotNames.length + init.stackSize + 2;
    this.stackStart = init.slotNames.length;
    this.blank = Array.from({ length: this.frameSize }, () => undefined);
    const complex =
      CodeFlag.varArgs | CodeFlag.varKeywords | CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator;
    this.simpleArgs = (init.flags & complex) === 0 && init.keywordOnlyCount === 0 ? init.argCount : -1;
    const binds = CodeFlag.varArgs | CodeFlag.varKeywords;
    this.plainArgs = (init.flags & binds) === 0 && init.keywordOnlyCount === 0 ? init.argCount : -1;
    this.isUser = init.ops.some((op, index) => op === Op.LINE && (index & 1) === 0);
    this.isBuiltIn = isBuiltIn(init.filename);
  }

  get isGeneratorLike(): boolean {
    return (this.flags & (CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator)) !== 0;
  }
}
