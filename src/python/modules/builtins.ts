/** The module `builtins`: what every name is looked up in last. CPython: Python/bltinmodule.c. */
import { enumerateType, filterType, mapType, zipType } from '../objects/builtin-iterators.ts';
import { exceptionTypes } from '../objects/errors.ts';
import '../objects/exceptions.ts';
import { Globals } from '../objects/globals.ts';
import { reversedType } from '../objects/iterators.ts';
import {
  boolType,
  bytearrayType,
  bytesType,
  classmethodType,
  complexType,
  dictType,
  Ellipsis,
  floatType,
  frozensetType,
  intType,
  listType,
  NotImplemented,
  objectType,
  PyModule,
  type PyType,
  propertyType,
  rangeType,
  setType,
  sliceType,
  staticmethodType,
  strType,
  superType,
  tupleType,
  typeType,
  type Value,
} from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';
import { codeBuiltins } from './builtins-code.ts';
import { iterationBuiltins } from './builtins-iteration.ts';
import { numberBuiltins } from './builtins-numbers.ts';
import { objectBuiltins } from './builtins-objects.ts';
import { outputBuiltins } from './builtins-print.ts';
import { siteBuiltins } from './builtins-site.ts';

const DOC = 'Built-in functions, types, exceptions, and other objects.';

const TYPES: readonly PyType[] = [
  objectType,
  typeType,
  intType,
  boolType,
  floatType,
  complexType,
  strType,
  bytesType,
  bytearrayType,
  tupleType,
  listType,
  dictType,
  setType,
  frozensetType,
  rangeType,
  sliceType,
  propertyType,
  staticmethodType,
  classmethodType,
  superType,
  enumerateType,
  zipType,
  mapType,
  filterType,
  reversedType,
];

let entries: readonly (readonly [string, Value])[] | null = null;

/** The values are shared by all runs: none of them can be changed by a program. */
function allEntries(): readonly (readonly [string, Value])[] {
  if (entries !== null) return entries;
  const groups = [numberBuiltins(), iterationBuiltins(), objectBuiltins(), codeBuiltins(), outputBuiltins()];
  const functions = groups.flat();
  for (const native of functions) native.module ??= 'builtins';
  entries = [
    ['__name__', 'builtins'],
    ['__doc__', DOC],
    ['__package__', ''],
    ['__loader__', null],
    ['__spec__', null],
    ['__debug__', true],
    ['None', null],
    ['True', true],
    ['False', false],
    ['Ellipsis', Ellipsis],
    ['NotImplemented', NotImplemented],
    ...TYPES.map((type) => [type.name, type] as const),
    ...exceptionTypes,
    ...functions.map((native) => [native.name, native] as const),
    ...siteBuiltins(),
  ];
  return entries;
}

/** Names and values of `builtins`, a fresh Map for each run: a program may change it. */
export function createBuiltins(machine: Machine): Map<string, Value> {
  const names = new Globals();
  for (const [name, value] of allEntries()) names.set(name, value);
  machine.builtins = names;
  return names;
}

/** `import builtins`: a module over the very names of the machine. */
export function builtinsModule(machine: Machine): PyModule {
  const module = new PyModule('builtins');
  module.attrs = machine.builtins;
  module.dict.map = machine.builtins as Map<never, Value>;
  return module;
}
