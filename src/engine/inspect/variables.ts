/** The variables of a frame, in the order in which the code has them. */
import { PyFunction } from '../../python/objects/function.ts';
import { PyNative } from '../../python/objects/native.ts';
import { PyDict, PyModule, PyType, type Value } from '../../python/objects/value.ts';
import type { Frame } from '../../python/vm/frame.ts';
import { localsOf } from '../../python/vm/frame-locals.ts';
import type { Member, Members } from './members.ts';

/** What the compiler names for itself. */
const HIDDEN = /^\.|^__(class|classdict|conditional_annotations)__$/;
/** What every module has. */
const OF_MODULES = /^__\w+__$/;

export function variablesOf(frame: Frame): Members {
  const data = namesOf(frame).filter(({ value }) => !isModuleLevel(frame) || !isDefinition(value));
  return { size: data.length, first: (count) => data.slice(0, count) };
}

/** Of a module or class body: the functions, classes and modules in it, which would hide what changes. */
export function definitionsOf(frame: Frame): readonly Member[] {
  return isModuleLevel(frame) ? namesOf(frame).filter(({ value }) => isDefinition(value)) : [];
}

function isModuleLevel({ func }: Frame): boolean {
  return func === null;
}

function namesOf(frame: Frame): readonly Member[] {
  const locals = localsOf(frame);
  if (!(locals instanceof PyDict)) return [];
  const found: Member[] = [];
  for (const [name, value] of locals.map) {
    if (typeof name !== 'string' || HIDDEN.test(name) || (isModuleLevel(frame) && OF_MODULES.test(name))) continue;
    found.push({ name, kind: 'variable', value });
  }
  return found;
}

function isDefinition(value: Value): boolean {
  return (
    value instanceof PyFunction || value instanceof PyNative || value instanceof PyType || value instanceof PyModule
  );
}
