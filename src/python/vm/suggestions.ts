/** "Did you mean: 'name'?" CPython: Lib/traceback.py, _compute_suggestion_error and _levenshtein_distance. */
import { getAttrOrAbsent } from '../objects/attributes.ts';
import { AttributeError, ImportError, type PyException, PyRaise } from '../objects/errors.ts';
import { callSpecial, toArray } from '../objects/protocol.ts';
import { compareText, textOf } from '../objects/text.ts';
import { PyDict, type Value } from '../objects/value.ts';
import { attributeNames } from '../modules/builtins-objects.ts';
import { localsOf } from '../modules/builtins-code.ts';
import { Frame } from './frame.ts';
import { machine } from './machine.ts';

const CANDIDATES_MAX = 750;
const SIZE_MAX = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

/** The name that `wrong` was probably meant to be; null when there is none. */
export function suggestionFor(exc: PyException, wrong: string): string | null {
  try {
    const candidates = candidatesFor(exc, wrong);
    return typeof candidates === 'string' ? candidates : closest(candidates, wrong);
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
  const names = [...(locals instanceof PyDict ? locals.map.keys() : []), ...frame.globals.map.keys(), ...machine.builtins.keys()];
  return names.filter((name) => typeof name === 'string');
}

function innermostFrame(exc: PyException): Frame | null {
  let entry = exc.traceback;
  while (entry !== null && entry.next !== null) entry = entry.next;
  return entry !== null && entry.frame instanceof Frame ? entry.frame : null;
}

function namesOf(object: Value): readonly string[] {
  const own = callSpecial(object, '__dir__');
  const names = own === undefined ? attributeNames(object) : toArray(own).map((name) => textOf(name));
  return names.filter((name) => name !== undefined).sort(compareText);
}

function attributeCandidates(exc: PyException, wrong: string): readonly string[] {
  const object = getAttrOrAbsent(exc, 'obj') ?? null;
  const names = namesOf(object);
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
  const names = namesOf(module);
  return wrong.startsWith('_') ? names : names.filter((candidate) => !candidate.startsWith('_'));
}

export function closest(candidates: readonly string[], wrong: string): string | null {
  if (candidates.length > CANDIDATES_MAX || wrong.length > SIZE_MAX) return null;
  let bestDistance = wrong.length;
  let best: string | null = null;
  for (const candidate of candidates) {
    if (candidate === wrong) continue;
    // No more than a third of the characters may have to change, and only what beats the best counts.
    const most = Math.min(Math.floor(((candidate.length + wrong.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const distance = levenshtein(wrong, candidate, most);
    if (distance > most) continue;
    if (best === null || distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function substitutionCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? CASE_COST : MOVE_COST;
}

function levenshtein(first: string, second: string, most: number): number {
  if (first === second) return 0;
  let [a, b] = withoutCommonEnds(first, second);
  if (a === '' || b === '') return MOVE_COST * (a.length + b.length);
  if (a.length > SIZE_MAX || b.length > SIZE_MAX) return most + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > most) return most + 1;
  const row = Array.from(a, (_, index) => (index + 1) * MOVE_COST);
  let result = 0;
  for (let i = 0; i < b.length; i++) {
    let distance = i * MOVE_COST;
    result = distance;
    let minimum = Number.MAX_SAFE_INTEGER;
    for (let j = 0; j < a.length; j++) {
      const substitute = distance + substitutionCost(b[i], a[j]);
      distance = row[j];
      result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
      row[j] = result;
      minimum = Math.min(minimum, result);
    }
    if (minimum > most) return most + 1;
  }
  return result;
}

function withoutCommonEnds(a: string, b: string): [string, string] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return [a.slice(start, endA), b.slice(start, endB)];
}
