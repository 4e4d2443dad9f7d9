/** Instructions that make containers, functions and classes, and take them apart. */

import type { Code } from '../compile/code.ts';
import * as Op from '../compile/op.ts';
import { Intrinsic1, Intrinsic2 } from '../compile/opcodes.ts';
import { deleteAttr } from '../objects/attribute-setting.ts';
import { getAttr, getAttrOrAbsent } from '../objects/attributes.ts';
import { dictGet, dictKeys, dictSet, insertKey } from '../objects/dict.ts';
import { AssertionError, NameError, PyRaise, raise, SystemError, TypeError, ValueError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { unaryOp } from '../objects/operators.ts';
import { callMethod, deleteItem, getIter, iterNext, setItem, toArray } from '../objects/protocol.ts';
import { type Cell, PyDict, PyList, PySet, PySlice, PyTuple, typeOf, type Value } from '../objects/value.ts';
import type { Frame } from './frame.ts';
import { interpreter } from './interpreter.ts';
import { machine } from './machine.ts';
import { builtinIn } from './name-ops.ts';
import { callableName } from './rare.ts';

export function buildRare(frame: Frame, op: number, arg: number): void {
  const slots = frame.slots as Value[];
  switch (op) {
    case Op.BUILD_SET: {
      const set = new PySet();
      for (let i = frame.sp - arg; i < frame.sp; i++) addToSet(set, slots[i] as Value);
      frame.sp -= arg;
      slots[frame.sp++] = set;
      return;
    }
    case Op.BUILD_MAP: {
      const dict = new PyDict();
      for (let i = frame.sp - 2 * arg; i < frame.sp; i += 2) dictSet(dict, slots[i] as Value, slots[i + 1] as Value);
      frame.sp -= 2 * arg;
      slots[frame.sp++] = dict;
      return;
    }
    case Op.BUILD_SLICE: {
      frame.sp -= arg;
      slots[frame.sp] = new PySlice(
        slots[frame.sp] as Value,
        slots[frame.sp + 1] as Value,
        arg === 3 ? (slots[frame.sp + 2] as Value) : null,
      );
      frame.sp++;
      return;
    }
    case Op.SET_ADD:
      frame.sp--;
      return addToSet(slots[frame.sp - arg] as PySet, slots[frame.sp] as Value);
    case Op.MAP_ADD:
      frame.sp -= 2;
      return dictSet(slots[frame.sp - arg] as PyDict, slots[frame.sp] as Value, slots[frame.sp + 1] as Value);
    case Op.LIST_EXTEND:
      frame.sp--;
      return extendList(slots[frame.sp - arg] as PyList, slots[frame.sp] as Value);
    case Op.SET_UPDATE: {
      frame.sp--;
      const set = slots[frame.sp - arg] as PySet;
      for (const item of toArray(slots[frame.sp] as Value)) addToSet(set, item);
      return;
    }
    case Op.DICT_UPDATE:
      frame.sp--;
      return updateDict(slots[frame.sp - arg] as PyDict, slots[frame.sp] as Value);
    case Op.DICT_MERGE:
      frame.sp--;
      return mergeKeywords(
        slots[frame.sp - arg] as PyDict,
        slots[frame.sp] as Value,
        slots[frame.sp - arg - 3] as Value,
      );
    case Op.LIST_TO_TUPLE:
      slots[frame.sp - 1] = new PyTuple((slots[frame.sp - 1] as PyList).items);
      return;
    case Op.STORE_SUBSCR:
      frame.sp -= 3;
      return setItem(slots[frame.sp + 1] as Value, slots[frame.sp + 2] as Value, slots[frame.sp] as Value);
    case Op.DELETE_SUBSCR:
      frame.sp -= 2;
      return deleteItem(slots[frame.sp] as Value, slots[frame.sp + 1] as Value);
    case Op.DELETE_ATTR:
      return deleteAttr(slots[--frame.sp] as Value, frame.code.names[arg] as string);
    case Op.UNPACK_SEQUENCE:
      return unpackSequence(frame, arg);
    case Op.UNPACK_EX:
      return unpackStarred(frame, arg & 0xff, arg >> 8);
    case Op.MAKE_FUNCTION:
      return makeFunction(frame, arg);
    case Op.LOAD_BUILD_CLASS:
      slots[frame.sp++] = builtinIn(frame, '__build_class__') ?? raise(NameError, '__build_class__ not found');
      return;
    case Op.LOAD_ASSERTION_ERROR:
      slots[frame.sp++] = AssertionError;
      return;
    case Op.INTRINSIC_1:
      slots[frame.sp - 1] = intrinsic1(arg, slots[frame.sp - 1] as Value);
      return;
    case Op.INTRINSIC_2:
      frame.sp--;
      slots[frame.sp - 1] = intrinsic2(arg, slots[frame.sp - 1] as Value, slots[frame.sp] as Value);
      return;
    case Op.BUILD_INTERPOLATION:
      return buildInterpolation(frame, arg);
    case Op.BUILD_TEMPLATE:
      frame.sp--;
      slots[frame.sp - 1] = templateHelper('_build_template', [slots[frame.sp - 1] as Value, slots[frame.sp] as Value]);
      return;
    default:
      return raise(SystemError, `unknown opcode ${op}`);
  }
}

function addToSet(set: PySet, item: Value): void {
  const key = insertKey(set, item);
  if (set.map.has(key)) return;
  set.map.set(key, item);
  set.order = null;
}

function extendList(list: PyList, iterable: Value): void {
  const cls = typeOf(iterable);
  if (cls.lookup('__iter__') === undefined && cls.lookup('__getitem__') === undefined) {
    raise(TypeError, `Value after * must be an iterable, not ${cls.name}`);
  }
  for (const item of toArray(iterable)) list.items.push(item);
}

function updateDict(dict: PyDict, other: Value): void {
  if (other instanceof PyDict) {
    for (const key of dictKeys(other)) dictSet(dict, key, dictGet(other, key) as Value);
    return;
  }
  if (getAttrOrAbsent(other, 'keys') === undefined)
    raise(TypeError, `'${typeOf(other).tpName}' object is not a mapping`);
  for (const key of toArray(callMethod(other, 'keys'))) dictSet(dict, key, callMethod(other, '__getitem__', key));
}

function mergeKeywords(dict: PyDict, other: Value, callee: Value): void {
  if (!(other instanceof PyDict) && getAttrOrAbsent(other, 'keys') === undefined) {
    raise(TypeError, `${callableName(callee)} argument after ** must be a mapping, not ${typeOf(other).tpName}`);
  }
  const keys = other instanceof PyDict ? dictKeys(other) : toArray(callMethod(other, 'keys'));
  for (const key of keys) {
    if (typeof key === 'string' && dict.map.has(key))
      raise(TypeError, `${callableName(callee)} got multiple values for keyword argument '${key}'`);
    dictSet(
      dict,
      key,
      other instanceof PyDict ? (dictGet(other, key) as Value) : callMethod(other, '__getitem__', key),
    );
  }
}

function unpackable(value: Value): Value {
  try {
    return getIter(value);
  } catch (thrown) {
    if (thrown instanceof PyRaise && typeOf(value).lookup('__iter__') === undefined)
      return raise(TypeError, `cannot unpack non-iterable ${typeOf(value).tpName} object`);
    throw thrown;
  }
}

/** CPython: Python/ceval.c, _PyEval_UnpackIterableStackRef. */
function unpackSequence(frame: Frame, count: number): void {
  const slots = frame.slots as Value[];
  const source = slots[--frame.sp] as Value;
  const iterator = unpackable(source);
  const values: Value[] = [];
  for (let i = 0; i < count; i++) {
    const item = iterNext(iterator);
    if (item === undefined) return raise(ValueError, `not enough values to unpack (expected ${count}, got ${i})`);
    values.push(item);
  }
  if (iterNext(iterator) !== undefined) {
    const size =
      source instanceof PyTuple || source instanceof PyList
        ? source.items.length
        : source instanceof PyDict
          ? source.map.size
          : -1;
    return raise(ValueError, `too many values to unpack (expected ${count}${size < 0 ? '' : `, got ${size}`})`);
  }
  for (let i = count - 1; i >= 0; i--) slots[frame.sp++] = values[i] as Value;
}

function unpackStarred(frame: Frame, before: number, after: number): void {
  const slots = frame.slots as Value[];
  const iterator = unpackable(slots[--frame.sp] as Value);
  const values: Value[] = [];
  for (let item = iterNext(iterator); item !== undefined; item = iterNext(iterator)) values.push(item);
  if (values.length < before)
    return raise(ValueError, `not enough values to unpack (expected at least ${before + after}, got ${values.length})`);
  if (values.length < before + after)
    return raise(ValueError, `not enough values to unpack (expected at least ${before + after}, got ${values.length})`);
  for (let i = values.length - 1; i >= values.length - after; i--) slots[frame.sp++] = values[i] as Value;
  slots[frame.sp++] = new PyList(values.slice(before, values.length - after));
  for (let i = before - 1; i >= 0; i--) slots[frame.sp++] = values[i] as Value;
}

function makeFunction(frame: Frame, flags: number): void {
  const slots = frame.slots as Value[];
  const code = slots[--frame.sp] as Code;
  const closure = (flags & 8) !== 0 ? ((slots[--frame.sp] as PyTuple).items as readonly Cell[]) : [];
  const annotate = (flags & 4) !== 0 ? (slots[--frame.sp] as Value) : null;
  const keywordDefaults = (flags & 2) !== 0 ? (slots[--frame.sp] as PyDict) : null;
  const defaults = (flags & 1) !== 0 ? (slots[--frame.sp] as PyTuple) : null;
  const func = new PyFunction(code, frame.globals, defaults, keywordDefaults, closure);
  func.annotate = annotate;
  slots[frame.sp++] = func;
}

/** Type parameters and aliases are objects of `_typing`; see modules/. */
function typingHelper(name: string, args: Value[], keywords: ReadonlyMap<string, Value> | null = null): Value {
  const module = interpreter.call(machine.builtins.get('__import__') as Value, ['_typing'], null);
  return interpreter.call(getAttr(module, name), args, keywords);
}

function intrinsic1(which: number, value: Value): Value {
  switch (which) {
    case Intrinsic1.typeVar:
      return typingHelper('TypeVar', [value], new Map([['infer_variance', true]]));
    case Intrinsic1.paramSpec:
      return typingHelper('ParamSpec', [value], new Map([['infer_variance', true]]));
    case Intrinsic1.typeVarTuple:
      return typingHelper('TypeVarTuple', [value]);
    case Intrinsic1.subscriptGeneric:
      return typingHelper('_subscript_generic', [value]);
    case Intrinsic1.typeAlias: {
      const [name, params, evaluate] = (value as PyTuple).items as [Value, Value, Value];
      return typingHelper('_make_type_alias', [name, params, evaluate]);
    }
    default:
      return unaryOp('__pos__', value);
  }
}

function intrinsic2(which: number, a: Value, b: Value): Value {
  switch (which) {
    case Intrinsic2.typeVarWithBound:
      return typingHelper('_typevar_with_bound', [a, b]);
    case Intrinsic2.typeVarWithConstraints:
      return typingHelper('_typevar_with_constraints', [a, b]);
    case Intrinsic2.setFunctionTypeParams:
      (a as PyFunction).typeParams = b;
      return a;
    default:
      return typingHelper('_set_type_param_default', [a, b]);
  }
}

function templateHelper(name: string, args: Value[]): Value {
  const module = interpreter.call(machine.builtins.get('__import__') as Value, ['_template'], null);
  return interpreter.call(getAttr(module, name), args, null);
}

function buildInterpolation(frame: Frame, arg: number): void {
  const slots = frame.slots as Value[];
  const spec = (arg & 1) !== 0 ? (slots[--frame.sp] as Value) : '';
  frame.sp -= 2;
  const conversion = [null, 's', 'r', 'a'][arg >> 2] ?? null;
  slots[frame.sp] = templateHelper('_build_interpolation', [
    slots[frame.sp] as Value,
    slots[frame.sp + 1] as Value,
    conversion,
    spec,
  ]);
  frame.sp++;
}
