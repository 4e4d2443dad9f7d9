/** Instructions about names: of a class or module body, of cells, and what is said of a name that is not there. */
import * as Op from '../compile/op.ts';
import { getAttr } from '../objects/attributes.ts';
import {
  exception,
  NameError,
  PyException,
  PyRaise,
  raise,
  raiseObject,
  UnboundLocalError,
} from '../objects/errors.ts';
import { Globals } from '../objects/globals.ts';
import { getItem } from '../objects/protocol.ts';
import { type Cell, dictType, PyDict, PyModule, type PyType, typeOf, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import { letGo } from './garbage.ts';
import { PyGenerator } from './generator.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';

function unboundLocal(name: string): never {
  const message = `cannot access local variable '${name}' where it is not associated with a value`;
  return raise(UnboundLocalError, message);
}

function raiseNamed(type: PyType, message: string, name: string): never {
  const error = exception(type, message);
  error.fields = new Map<string, Value>([['name', name]]);
  return raiseObject(error);
}

/** The same for the dispatch loop, which keeps `pc` to itself. */
export function unboundFast(frame: Frame, pc: number, slot: number): never {
  frame.pc = pc;
  return unboundLocal(frame.code.slotNames[slot] as string);
}

export function unknownName(name: string, _frame: Frame): never {
  return raiseNamed(NameError, `name '${name}' is not defined`, name);
}

export function deleteFast(frame: Frame, slot: number): void {
  const old = frame.slots[slot];
  if (old === undefined) unboundLocal(frame.code.slotNames[slot] as string);
  frame.slots[slot] = undefined;
  if (isWatched(old)) letGo(frame, old);
}

/** Something a program can see the end of may hang on `value`. */
function isWatched(value: Value | undefined): boolean {
  return (
    machine.tracked.size !== 0 ||
    (value instanceof PyGenerator
      ? value.state === 'created'
      : value instanceof PyException && machine.unstarted.count !== 0)
  );
}

export function unboundCell(frame: Frame, slot: number): never {
  const name = frame.code.slotNames[slot] as string;
  if (slot >= frame.code.freeStart)
    return raiseNamed(
      NameError,
      `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
      name,
    );
  return unboundLocal(name);
}

export function nameRare(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  const name =
    op === Op.LOAD_FROM_DICT_OR_DEREF ? (frame.code.slotNames[arg] as string) : (frame.code.names[arg] as string);
  switch (op) {
    case Op.LOAD_NAME:
      slots[frame.sp] = orGlobal(fromNamespace(frame.names, name), frame, name);
      return;
    case Op.STORE_NAME:
      if (frame.names instanceof PyDict && frame.names.cls === dictType) return storeName(frame, frame.names, name);
      interpreter.call(getAttr(frame.names as Value, '__setitem__'), [name, slots[--frame.sp] as Value], null);
      return;
    case Op.DELETE_NAME:
      if (frame.names instanceof PyDict && !frame.names.cls.isHeapType) deleteName(frame, frame.names, name);
      else interpreter.call(getAttr(frame.names as Value, '__delitem__'), [name], null);
      return;
    case Op.STORE_GLOBAL:
      frame.globals.map.set(name, slots[--frame.sp] as Value);
      return;
    case Op.DELETE_GLOBAL:
      return deleteName(frame, frame.globals, name);
    case Op.LOAD_LOCALS:
      slots[frame.sp++] = frame.names as Value;
      return;
    case Op.LOAD_FROM_DICT_OR_GLOBALS:
      slots[frame.sp - 1] = orGlobal(fromNamespace(slots[frame.sp - 1], name), frame, name);
      return;
    default: {
      const own = fromNamespace(slots[frame.sp - 1], name);
      const value = own === undefined ? (slots[arg] as Cell).value : own;
      if (value === undefined) unboundCell(frame, arg);
      slots[frame.sp - 1] = value as Value;
    }
  }
}

function storeName(frame: Frame, names: PyDict, name: string): void {
  const old = names.map.get(name);
  names.map.set(name, frame.slots[--frame.sp] as Value);
  if (isWatched(old)) letGo(frame, old);
}

function deleteName(frame: Frame, names: PyDict, name: string): void {
  const old = names.map.get(name);
  if (!names.map.delete(name)) unknownName(name, frame);
  if (isWatched(old)) letGo(frame, old);
}

function fromNamespace(names: Value | undefined, name: string): Value | undefined {
  if (names === undefined || names === null) return undefined;
  if (names instanceof PyDict && !names.cls.isHeapType) return names.map.get(name);
  try {
    return getItem(names, name);
  } catch (thrown) {
    if (thrown instanceof PyRaise && typeOf(thrown.exception).isSubtypeOf(keyErrorType())) return undefined;
    throw thrown;
  }
}

function keyErrorType(): PyType {
  return machine.builtins.get('KeyError') as PyType;
}

function orGlobal(value: Value | undefined, frame: Frame, name: string): Value {
  return value === undefined ? fromGlobals(frame, name) : value;
}

/** LOAD_GLOBAL, the first time for these globals; then the code has cells for its names. */
export function loadGlobal(frame: Frame, index: number): Value {
  const { code, globals } = frame;
  const { map } = globals;
  if (map instanceof Globals && code.cellsOf !== globals) {
    code.cells = code.names.map((name) => map.cell(name, machine.builtins));
    code.cellsOf = globals;
  }
  return fromGlobals(frame, code.names[index] as string);
}

function fromGlobals(frame: Frame, name: string): Value {
  const value = frame.globals.map.get(name);
  if (value !== undefined) return value;
  const builtin = builtinIn(frame, name);
  return builtin === undefined ? unknownName(name, frame) : builtin;
}

/** What `exec` and `eval` were given as `__builtins__` takes the place of the built-in names. CPython: _PyEval_BuiltinsFromGlobals. */
export function builtinIn({ globals: { map } }: Frame, name: string): Value | undefined {
  const given = map instanceof Globals ? undefined : map.get('__builtins__');
  if (given instanceof PyDict) return fromNamespace(given, name);
  return given instanceof PyModule ? given.attrs.get(name) : machine.builtins.get(name);
}
