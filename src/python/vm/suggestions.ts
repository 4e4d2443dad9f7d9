/** "Did you mean: 'name'?" CPython: Lib/traceback.py, _compute_suggestion_error. */

import { namesOf } from '../modules/builtins-objects.ts';
import { getAttrOrAbsent } from '../objects/attributes.ts';
import { AttributeError, ImportError, type PyException, PyRaise } from '../objects/errors.ts';
import { compareText, textOf } from '../objects/text.ts';
import { PyDict, type Value } from '../objects/value.ts';
import { closestName } from './closest-name.ts';
import { Frame } from './frame.ts';
import { localsOf } from './frame-locals.ts';
import { machine } from './machine.ts';

/** The name that `wrong` was probably meant to be; null when there is none. */
export function suggestionFor(exc: PyException, wrong: string): string | null {
  try {
    const candidates = candidatesFor(exc, wrong);
    return typeof candidates === 'string' ? candidates : closestName(candidates, wrong);
  } catch (thrown) {
    // A hint is not worth an exception of its own.
    if (thrown instanceof PyRaise) return null;
    throw thrown;
  }
}

function candidatesFor(exc: PyException, wrong: string): readonly string[] | string {
  if (exc.cls.isSubtypeOf(AttributeError)) return attributeCandidates(exc, wrong);
  if (exc.cls.isSubtypeOf(ImportError)) return importCandidates(exc, wrong);
  const frame = innermostFrame(exc);
  if (frame === null) return [];
  const locals = localsOf(frame);
  const self = locals instanceof PyDict ? locals.map.get('self') : undefined;
  if (self !== undefined && getAttrOrAbsent(self, wrong) !== undefined) return `self.${wrong}`;
  const names = [
    ...(locals instanceof PyDict ? locals.map.keys() : []),
    ...frame.globals.map.keys(),
    ...machine.builtins.keys(),
  ];
  return names.filter((name) => typeof name === 'string');
}

function innermostFrame(exc: PyException): Frame | null {
  let entry = exc.traceback;
  while (entry !== null && entry.next !== null) entry = entry.next;
  return entry !== null && entry.frame instanceof Frame ? entry.frame : null;
}

function sortedNames(object: Value): readonly string[] {
  return namesOf(object)
    .map((name) => textOf(name))
    .filter((name) => name !== undefined)
    .sort(compareText);
}

function attributeCandidates(exc: PyException, wrong: string): readonly string[] {
  const object = getAttrOrAbsent(exc, 'obj') ?? null;
  const names = sortedNames(object);
  if (wrong.startsWith('_')) return names;
  const frame = innermostFrame(exc);
  const locals = frame === null ? null : localsOf(frame);
  if (locals instanceof PyDict && object !== null && locals.map.get('self') === object) return names;
  return names.filter((name) => !name.startsWith('_'));
}

function importCandidates(exc: PyException, wrong: string): readonly string[] {
  const name = getAttrOrAbsent(exc, 'name');
  const module = typeof name === 'string' ? machine.modules.map.get(name) : undefined;
  if (module === undefined) return [];
  const names = sortedNames(module);
  return wrong.startsWith('_') ? names : names.filter((candidate) => !candidate.startsWith('_'));
}
