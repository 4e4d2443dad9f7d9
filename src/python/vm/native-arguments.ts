/** Sorting the arguments of a native function that was not simply called, and what CPython says when they do not fit. */
import { raise, TypeError } from '../objects/errors.ts';
import type { Keywords, PyNative } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { closestName } from './closest-name.ts';

/** Sorts positional and keyword arguments into declared order; missing optional ones are undefined. */
export function nativeArguments(native: PyNative, args: readonly Value[], keywords: Keywords): Value[] {
  const { names, positionalOnly, positional, required } = native.parameters as NonNullable<PyNative['parameters']>;
  const implicit = native.kind === 'method' || native.kind === 'classmethod' || native.name === '__new__' ? 1 : 0;
  if (keywords !== null && keywords.size > 0) {
    if (names.length === positionalOnly && !native.isSlot)
      raise(TypeError, `${displayName(native)}() takes no keyword arguments`);
    const given = args.length - implicit + keywords.size;
    if (given > names.length - implicit) raise(TypeError, tooManyMessage(native, given, args.length === implicit));
  }
  if (args.length > positional) raise(TypeError, countMessage(native, args.length - implicit, implicit));
  const values: (Value | undefined)[] = new Array<Value | undefined>(names.length);
  for (let i = 0; i < args.length; i++) values[i] = args[i] as Value;
  const unknown = keywords === null ? null : placeKeywords(native, values, keywords, names, positionalOnly);
  for (let i = 0; i < names.length; i++) {
    if (values[i] !== undefined || !required[i]) continue;
    if (i < positionalOnly) raise(TypeError, countMessage(native, args.length - implicit, implicit));
    raise(
      TypeError,
      `${shortName(native)}() missing required argument '${names[i] as string}' (pos ${i + 1 - implicit})`,
    );
  }
  if (unknown !== null) refuseKeyword(native, unknown);
  return values as Value[];
}

function refuseKeyword(native: PyNative, name: string): never {
  const { names, positionalOnly } = native.parameters as NonNullable<PyNative['parameters']>;
  if (names.length === positionalOnly) raise(TypeError, `${displayName(native)}() takes no keyword arguments`);
  const near = closestName(names.slice(positionalOnly), name);
  const hint = near === null ? '' : `. Did you mean '${near}'?`;
  return raise(TypeError, `${shortName(native)}() got an unexpected keyword argument '${name}'${hint}`);
}

/** CPython: Python/getargs.c, _PyArg_CheckPositional and vgetargskeywords: how each kind of C function words it. */
function countMessage(native: PyNative, given: number, implicit: number): string {
  const { names, positionalOnly, positional, minimum } = native.parameters as NonNullable<PyNative['parameters']>;
  const max = positional - implicit;
  const least = minimum - implicit;
  if (native.isSlot && native.name === '__pow__') return `expected 1 or 2 arguments, got ${given}`;
  if (native.isSlot)
    return `${least > 1 ? `${native.name} ` : ''}expected ${least === max ? '' : given < least ? 'at least ' : 'at most '}${given < least ? least : max} argument${(given < least ? least : max) === 1 ? '' : 's'}, got ${given}`;
  if (positionalOnly === names.length) {
    if (max === 0) return `${displayName(native)}() takes no arguments (${given} given)`;
    if (least === 1 && max === 1) return `${displayName(native)}() takes exactly one argument (${given} given)`;
    const bound = given < least ? least : max;
    const qualifier = least === max ? '' : given < least ? 'at least ' : 'at most ';
    return `${shortName(native)} expected ${qualifier}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`;
  }
  const all = names.length - implicit;
  const some = (count: number, kind: string) => `${count} ${kind}argument${count === 1 ? '' : 's'} (${given} given)`;
  if (given > all) return `${shortName(native)}() takes ${least < all ? 'at most' : 'exactly'} ${some(all, '')}`;
  if (given > max)
    return max === 0
      ? `${shortName(native)}() takes no positional arguments`
      : `${shortName(native)}() takes ${least < max ? 'at most' : 'exactly'} ${some(max, 'positional ')}`;
  const onlyLeast = Math.min(least, positionalOnly - implicit);
  return `${shortName(native)}() takes ${onlyLeast < max ? 'at least' : 'exactly'} ${some(onlyLeast, 'positional ')}`;
}

/** CPython: Python/getargs.c, _PyArg_UnpackKeywords. */
function tooManyMessage(native: PyNative, given: number, isByKeyword: boolean): string {
  const { names, minimum } = native.parameters as NonNullable<PyNative['parameters']>;
  const implicit = native.kind === 'method' || native.kind === 'classmethod' || native.name === '__new__' ? 1 : 0;
  const all = names.length - implicit;
  const kind = isByKeyword ? 'keyword ' : '';
  return `${shortName(native)}() takes ${minimum - implicit < all ? 'at most' : 'exactly'} ${all} ${kind}argument${all === 1 ? '' : 's'} (${given} given)`;
}

/** Answers the first name that is no parameter: what is missing is told before it. */
function placeKeywords(
  native: PyNative,
  values: (Value | undefined)[],
  keywords: NonNullable<Keywords>,
  names: readonly string[],
  positionalOnly: number,
): string | null {
  let unknown: string | null = null;
  for (const [name, value] of keywords) {
    const index = names.indexOf(name, positionalOnly);
    if (index < 0) {
      unknown ??= name;
      continue;
    }
    if (values[index] !== undefined)
      raise(TypeError, `argument for ${shortName(native)}() given by name ('${name}') and position (${index + 1})`);
    values[index] = value;
  }
  return unknown;
}

function shortName(native: PyNative): string {
  const isMaker = native.name === '__new__' || native.name === '__init__';
  return isMaker && native.owner !== null ? native.owner.name : native.name;
}

function displayName(native: PyNative): string {
  return native.owner === null || native.kind === 'staticmethod' ? native.name : `${native.owner.name}.${native.name}`;
}
