/** Making classes: `__build_class__` and `type(name, bases, namespace)`. CPython: Python/bltinmodule.c, Objects/typeobject.c type_new. */
import { bind, getAttr, getAttrOrAbsent } from '../objects/attributes.ts';
import { dictGet, dictKeys } from '../objects/dict.ts';
import { type PyException, PyRaise, RuntimeError, raise, TypeError } from '../objects/errors.ts';
import { PyFunction } from '../objects/function.ts';
import { type Keywords, PyNative } from '../objects/native.ts';
import { call, callWith, repr, toArray } from '../objects/protocol.ts';
import {
  Cell,
  type DictKey,
  objectType,
  PyDict,
  PyList,
  PyObject,
  PyTuple,
  PyType,
  typeOf,
  typeType,
  typeVersion,
  type Value,
} from '../objects/value.ts';
import { PyClassMethod, PyStaticMethod } from '../objects/wrapped-functions.ts';
import { runFrame } from './execute.ts';
import { Frame } from './frame.ts';
import { machine } from './machine.ts';
import { applySlots, bestBase, solidBase } from './slots.ts';

/** `class name(*bases, **keywords): body`. */
export function buildClass(args: Value[], keywords: Keywords): Value {
  if (args.length < 2) return raise(TypeError, '__build_class__: not enough arguments');
  if (!(args[0] instanceof PyFunction)) return raise(TypeError, '__build_class__: func must be a function');
  if (typeof args[1] !== 'string') return raise(TypeError, '__build_class__: name is not a string');
  const [body, name, ...written] = args as [PyFunction, string, ...Value[]];
  const bases = resolveBases(written);
  const rest = new Map(keywords ?? []);
  const [first] = bases;
  let meta: Value = rest.get('metaclass') ?? (first === undefined ? typeType : typeOf(first));
  rest.delete('metaclass');
  if (meta instanceof PyType) meta = winnerMetaclass(meta, bases);
  const basesTuple = new PyTuple(bases);
  const namespace = prepareNamespace(meta, name, basesTuple, rest);
  if (bases.length !== written.length || bases.some((base, i) => base !== written[i]))
    setNamespace(namespace, '__orig_bases__', new PyTuple(written));
  const frame = new Frame(body.code, body.globals, body);
  frame.names = namespace;
  const cell = runFrame(frame);
  const cls = callWith(meta, [name, basesTuple, namespace], rest.size === 0 ? null : rest);
  if (cell instanceof Cell && cls instanceof PyType) {
    if (cell.value === undefined) {
      const hint = 'Was __classcell__ propagated to type.__new__?';
      raise(RuntimeError, `__class__ not set defining ${repr(name)} as ${repr(cls)}. ${hint}`);
    }
    if (cell.value !== cls)
      raise(TypeError, `__class__ set to ${repr(cell.value)} defining ${repr(name)} as ${repr(cls)}`);
  }
  return cls;
}

function setNamespace(namespace: Value, key: string, value: Value): void {
  if (namespace instanceof PyDict) namespace.map.set(key, value);
  else call(getAttr(namespace, '__setitem__'), key, value);
}

/** PEP 560: `__mro_entries__` of bases that are no classes. */
export function resolveBases(bases: readonly Value[]): Value[] {
  if (bases.every((base) => base instanceof PyType)) return [...bases];
  return bases.flatMap((base) => {
    if (base instanceof PyType) return [base];
    const entries = getAttrOrAbsent(base, '__mro_entries__');
    if (entries === undefined) return [base];
    const replaced = call(entries, new PyTuple(bases));
    return replaced instanceof PyTuple ? [...replaced.items] : raise(TypeError, '__mro_entries__ must return a tuple');
  });
}

/** CPython: Objects/typeobject.c, _PyType_CalculateMetaclass. */
function winnerMetaclass(meta: PyType, bases: readonly Value[]): PyType {
  let winner = meta;
  for (const base of bases) {
    const candidate = typeOf(base);
    if (winner.isSubtypeOf(candidate)) continue;
    if (candidate.isSubtypeOf(winner)) winner = candidate;
    else
      raise(
        TypeError,
        'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
      );
  }
  return winner;
}

function prepareNamespace(meta: Value, name: string, bases: PyTuple, keywords: ReadonlyMap<string, Value>): Value {
  if (meta === typeType) return new PyDict();
  const prepare = getAttrOrAbsent(meta, '__prepare__');
  if (prepare === undefined) return new PyDict();
  return callWith(prepare, [name, bases], keywords.size === 0 ? null : keywords);
}

/** `type.__new__(metatype, name, bases, namespace, **keywords)`. */
export function newType(
  meta: PyType,
  name: string,
  bases: readonly Value[],
  namespace: PyDict,
  keywords: Keywords,
): PyType {
  for (const base of bases) if (!(base instanceof PyType)) winnerMetaclass(meta, [base]);
  for (const base of bases) if (!(base instanceof PyType)) return raise(TypeError, 'bases must be types');
  const parents = (bases.length === 0 ? [objectType] : bases) as PyType[];
  const winner = winnerMetaclass(meta, parents);
  if (winner !== meta) {
    const maker = winner.lookup('__new__');
    if (maker !== typeType.lookup('__new__'))
      return callWith(
        bind(maker as Value, null, winner),
        [winner, name, new PyTuple(bases), namespace],
        keywords,
      ) as PyType;
  }
  for (const base of parents)
    if (!base.isBaseType) return raise(TypeError, `type '${base.tpName}' is not an acceptable base type`);
  const base = bestBase(parents);
  const cls = new PyType(winner, name, parents, base.layout, true);
  cls.base = base;
  for (const key of dictKeys(namespace))
    if (typeof key === 'string') cls.attrs.set(key, dictGet(namespace, key) as Value);
  adoptNamespace(cls);
  const cell = cls.attrs.get('__classcell__');
  if (cell !== undefined) {
    if (!(cell instanceof Cell))
      return raise(TypeError, `__classcell__ must be a nonlocal cell, not ${repr(typeOf(cell))}`);
    cell.value = cls;
    cls.attrs.delete('__classcell__');
  }
  cls.mro = computeMro(cls);
  applySlots(cls, base);
  if (!cls.attrs.has('__doc__')) cls.attrs.set('__doc__', null);
  if (cls.attrs.has('__eq__') && !cls.attrs.has('__hash__')) cls.attrs.set('__hash__', null);
  typeVersion.current++;
  cls.hasFinalizer = cls.lookup('__del__') !== undefined;
  for (const parent of parents) {
    const known = machine.subclasses.get(parent);
    if (known) known.push(cls);
    else machine.subclasses.set(parent, [cls]);
  }
  setNames(cls);
  initSubclass(cls, keywords);
  return cls;
}

function adoptNamespace(cls: PyType): void {
  const maker = cls.attrs.get('__new__');
  if (maker instanceof PyFunction) cls.attrs.set('__new__', new PyStaticMethod(maker));
  for (const name of ['__init_subclass__', '__class_getitem__']) {
    const hook = cls.attrs.get(name);
    if (hook instanceof PyFunction) cls.attrs.set(name, new PyClassMethod(hook));
  }
  if (!cls.attrs.has('__module__')) {
    const top = machine.thread.top;
    const globals = top instanceof Frame ? top.globals.map.get('__name__') : undefined;
    cls.attrs.set('__module__', globals ?? 'builtins');
  }
  const qualname = cls.attrs.get('__qualname__');
  if (qualname !== undefined && typeof qualname !== 'string')
    raise(TypeError, `type __qualname__ must be a str, not ${typeOf(qualname).tpName}`);
  if (typeof qualname === 'string') cls.qualname = qualname;
  cls.attrs.delete('__qualname__');
  // Annotations and type aliases of the class body look at the finished class. CPython: type_new_set_classdictcell
  const dictCell = cls.attrs.get('__classdictcell__');
  if (dictCell === undefined) return;
  if (!(dictCell instanceof Cell))
    return raise(TypeError, `__classdictcell__ must be a nonlocal cell, not ${repr(typeOf(dictCell))}`);
  dictCell.value = new PyDict(cls.attrs as Map<DictKey, Value>);
  cls.attrs.delete('__classdictcell__');
}

/** CPython: Objects/typeobject.c, mro_implementation (C3); a metaclass may override `mro`. */
export function computeMro(cls: PyType): readonly PyType[] {
  const custom = cls.cls.lookup('mro');
  if (custom !== undefined && !(custom instanceof PyNative))
    return checkedMro(cls, toArray(call(bind(custom, cls, cls.cls))));
  return linearize(cls);
}

/** CPython: mro_check. */
function checkedMro(cls: PyType, mro: readonly Value[]): readonly PyType[] {
  const solid = solidBase(cls);
  return mro.map((base) => {
    if (!(base instanceof PyType)) return raise(TypeError, `mro() returned a non-class ('${typeOf(base).tpName}')`);
    if (!solid.isSubtypeOf(solidBase(base)))
      return raise(TypeError, `mro() returned base with unsuitable layout ('${base.tpName}')`);
    return base;
  });
}

export function linearize(cls: PyType): readonly PyType[] {
  const duplicate = cls.bases.find((base, index) => cls.bases.indexOf(base) !== index);
  if (duplicate !== undefined) return raise(TypeError, `duplicate base class ${duplicate.name}`);
  const sequences: PyType[][] = [...cls.bases.map((base) => [...base.mro]), [...cls.bases]];
  const result: PyType[] = [cls];
  for (;;) {
    const rest = sequences.filter((sequence) => sequence.length > 0);
    if (rest.length === 0) return result;
    const next = rest
      .map((sequence) => sequence[0] as PyType)
      .find((head) => rest.every((sequence) => sequence.indexOf(head) <= 0));
    if (next === undefined) return raiseNoMro(rest);
    result.push(next);
    for (const sequence of sequences) if (sequence[0] === next) sequence.shift();
  }
}

function raiseNoMro(rest: readonly PyType[][]): never {
  const names = [...new Set(rest.map((sequence) => (sequence[0] as PyType).name))].join(', ');
  return raise(TypeError, `Cannot create a consistent method resolution order (MRO) for bases ${names}`);
}

/** CPython: Objects/typeobject.c, type_new_set_names. */
function setNames(cls: PyType): void {
  for (const [name, value] of [...cls.attrs]) {
    if (!(value instanceof PyObject) || value instanceof PyFunction || value instanceof PyNative) continue;
    const hook = value.cls.lookup('__set_name__');
    if (hook !== undefined) setName(hook, value, cls, name);
  }
}

function setName(hook: Value, value: PyObject, cls: PyType, name: string): void {
  try {
    call(bind(hook, value, value.cls), cls, name);
  } catch (thrown) {
    if (thrown instanceof PyRaise)
      addNote(
        thrown.exception,
        `Error calling __set_name__ on '${value.cls.name}' instance ${repr(name)} in '${cls.name}'`,
      );
    throw thrown;
  }
}

function addNote(exc: PyException, note: string): void {
  exc.attrs ??= new Map();
  const notes = exc.attrs.get('__notes__');
  if (notes instanceof PyList) notes.items.push(note);
  else exc.attrs.set('__notes__', new PyList([note]));
}

function initSubclass(cls: PyType, keywords: Keywords): void {
  for (const base of cls.mro.slice(1)) {
    const hook = base.attrs.get('__init_subclass__');
    if (hook === undefined) continue;
    if (base === objectType) break;
    callWith(bind(hook, cls, cls), [], keywords);
    return;
  }
  if (keywords !== null && keywords.size > 0)
    raise(TypeError, `${cls.name}.__init_subclass__() takes no keyword arguments`);
}
