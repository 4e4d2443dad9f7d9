/** How any object is taken apart to be copied or pickled. CPython: Objects/typeobject.c, object___reduce_ex__ and its neighbours. */
import { getAttr, getAttrOrAbsent, instanceDict } from '../objects/attributes.ts';
import { raise, TypeError, ValueError } from '../objects/errors.ts';
import { method, PyNative } from '../objects/native.ts';
import { asSmallInt, call, callSpecial, getIter, toArray } from '../objects/protocol.ts';
import {
  emptyTuple,
  type Layout,
  nameInArgument,
  objectType,
  PyDict,
  PyObject,
  PyTuple,
  type PyType,
  typeOf,
  type Value,
} from '../objects/value.ts';
import { machine } from './machine.ts';

/** Types whose instances differ in size: their items are no state. CPython: tp_itemsize. */
const VARIABLE_SIZED: ReadonlySet<Layout> = new Set(['int', 'tuple', 'bytes', 'type']);
/** Instances of these hold what no attribute shows. */
const HIDDEN_STATE: ReadonlySet<Layout> = new Set(['other', 'module', 'property']);

method(objectType, '__getstate__', 'self, /', (self: Value) => defaultState(self, false));
method(objectType, '__reduce_ex__', 'self, protocol, /', (self: Value, protocol: Value) => {
  // CPython asks the object for the method, and its class whether that is object's.
  const found = getAttrOrAbsent(self, '__reduce__');
  const custom = typeOf(self).lookup('__reduce__');
  const isDefault = custom instanceof PyNative && custom.owner === objectType;
  if (found !== undefined && !isDefault) return call(found);
  return reduce(self, asSmallInt(protocol));
});
method(objectType, '__reduce__', 'self, /', (self: Value) => reduce(self, 0));

/** CPython: _common_reduce. */
function reduce(self: Value, protocol: number): Value {
  const copyreg = call(machine.builtins.get('__import__') as Value, 'copyreg');
  return protocol >= 2 ? reduceNew(self, copyreg) : call(getAttr(copyreg, '_reduce_ex'), self, protocol);
}

/** CPython: reduce_newobj. */
function reduceNew(self: Value, copyreg: Value): Value {
  const cls = typeOf(self);
  const [args, keywords] = newArguments(self);
  const byKeyword = keywords !== null && keywords.map.size > 0;
  const given = byKeyword ? [cls, args ?? emptyTuple, keywords] : [cls, ...(args?.items ?? [])];
  const needsState = args === null && cls.layout !== 'list' && cls.layout !== 'dict';
  const state = stateOf(self, needsState);
  const items = cls.layout === 'dict' ? call(getAttr(self, 'items')) : null;
  return new PyTuple([
    getAttr(copyreg, byKeyword ? '__newobj_ex__' : '__newobj__'),
    new PyTuple(given),
    state,
    cls.layout === 'list' ? getIter(self) : null,
    items === null ? null : getIter(items),
  ]);
}

/** CPython: _PyObject_GetNewArguments. */
function newArguments(self: Value): [PyTuple | null, PyDict | null] {
  const both = callSpecial(self, '__getnewargs_ex__');
  if (both !== undefined) return checkedArguments(both);
  const args = callSpecial(self, '__getnewargs__');
  if (args === undefined) return [null, null];
  if (!(args instanceof PyTuple))
    return raise(TypeError, `__getnewargs__ should return a tuple, not '${typeOf(args).tpName}'`);
  return [args, null];
}

function checkedArguments(both: Value): [PyTuple, PyDict] {
  if (!(both instanceof PyTuple))
    return raise(TypeError, `__getnewargs_ex__ should return a tuple, not '${typeOf(both).tpName}'`);
  if (both.items.length !== 2)
    return raise(ValueError, `__getnewargs_ex__ should return a tuple of length 2, not ${both.items.length}`);
  const [args, keywords] = both.items as [Value, Value];
  const item = 'item of the tuple returned by __getnewargs_ex__ must be a';
  if (!(args instanceof PyTuple)) return raise(TypeError, `first ${item} tuple, not '${nameInArgument(args)}'`);
  if (!(keywords instanceof PyDict)) return raise(TypeError, `second ${item} dict, not '${nameInArgument(keywords)}'`);
  return [args, keywords];
}

/** CPython: object_getstate. */
function stateOf(self: Value, isRequired: boolean): Value {
  const getstate = getAttr(self, '__getstate__');
  const isDefault = getstate instanceof PyNative && getstate.owner === objectType && getstate.self === self;
  return isDefault ? defaultState(self, isRequired) : call(getstate);
}

/** CPython: object_getstate_default. Required: without it the object cannot be made again. */
function defaultState(self: Value, isRequired: boolean): Value {
  const cls = typeOf(self);
  if (isRequired && VARIABLE_SIZED.has(cls.layout)) return raise(TypeError, `cannot pickle ${cls.tpName} objects`);
  if (isRequired && HIDDEN_STATE.has(cls.layout)) return raise(TypeError, `cannot pickle '${cls.tpName}' object`);
  if (!(self instanceof PyObject)) return null;
  const own = self.attrs === null || self.attrs.size === 0 ? null : instanceDict(self);
  const state = new PyDict();
  for (const name of slotNames(cls)) {
    const value = getAttrOrAbsent(self, name);
    if (value !== undefined) state.map.set(name, value);
  }
  return state.map.size === 0 ? own : new PyTuple([own, state]);
}

/** What all the classes declared in `__slots__`, in their order. CPython: _PyType_GetSlotNames. */
function slotNames(cls: PyType): readonly string[] {
  if (!cls.mro.some((base) => base.attrs.has('__slots__'))) return [];
  const copyreg = call(machine.builtins.get('__import__') as Value, 'copyreg');
  return toArray(call(getAttr(copyreg, '_slotnames'), cls)) as string[];
}
