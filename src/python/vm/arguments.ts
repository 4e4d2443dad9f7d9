/** Binding call arguments to a Python function's parameters. CPython: Python/ceval.c, initialize_locals; the error texts are its. */
import { CodeFlag } from '../compile/code.ts';
import { raise, TypeError } from '../objects/errors.ts';
import type { PyFunction } from '../objects/function.ts';
import type { Keywords } from '../objects/native.ts';
import { emptyTuple, PyDict, PyTuple, type Value } from '../objects/value.ts';
import { closestName } from './closest-name.ts';

/** Whether a keyword that the function does not know is to be passed over, because it once had it. */
export type OldKeyword = (func: PyFunction, name: string) => boolean;
let isOldKeyword: OldKeyword = () => false;
export function setOldKeyword(isOld: OldKeyword): void {
  isOldKeyword = isOld;
}

export function bindArguments(
  func: PyFunction,
  slots: (Value | undefined)[],
  args: readonly Value[],
  keywords: Keywords,
): void {
  const code = func.code;
  const { argCount, keywordOnlyCount } = code;
  const total = argCount + keywordOnlyCount;
  const hasRest = (code.flags & CodeFlag.varArgs) !== 0;
  const hasKeywords = (code.flags & CodeFlag.varKeywords) !== 0;
  const positional = Math.min(args.length, argCount);
  for (let i = 0; i < positional; i++) slots[i] = args[i] as Value;
  if (hasRest) slots[total] = args.length > argCount ? new PyTuple(args.slice(argCount)) : emptyTuple;
  let rest: PyDict | null = null;
  if (hasKeywords) {
    rest = new PyDict();
    slots[total + (hasRest ? 1 : 0)] = rest;
  }
  if (keywords !== null) placeKeywords(func, slots, keywords, rest, total);
  if (args.length > argCount && !hasRest) raiseTooMany(func, args.length, slots);
  fillAllDefaults(func, slots, positional);
}

/** `from`: so many parameters have got an argument by their position. */
export function fillAllDefaults(func: PyFunction, slots: (Value | undefined)[], from: number): void {
  if (from < func.code.argCount) fillDefaults(func, slots, from);
  if (func.code.keywordOnlyCount > 0) fillKeywordDefaults(func, slots);
}

function placeKeywords(
  func: PyFunction,
  slots: (Value | undefined)[],
  keywords: NonNullable<Keywords>,
  rest: PyDict | null,
  total: number,
): void {
  const code = func.code;
  for (const [name, value] of keywords) {
    let index = code.slotNames.indexOf(name, code.positionalOnlyCount);
    if (index >= total) index = -1;
    if (index < 0) {
      if (rest !== null) {
        rest.map.set(name, value);
        continue;
      }
      if (isOldKeyword(func, name)) continue;
      raiseUnexpected(func, keywords, name, total);
    }
    if (slots[index] !== undefined) raise(TypeError, `${func.qualname}() got multiple values for argument '${name}'`);
    slots[index] = value;
  }
}

function raiseUnexpected(func: PyFunction, keywords: NonNullable<Keywords>, name: string, total: number): never {
  const code = func.code;
  const positionalOnly = code.slotNames
    .slice(0, code.positionalOnlyCount)
    .filter((parameter) => keywords.has(parameter));
  if (positionalOnly.length > 0) {
    return raise(
      TypeError,
      `${func.qualname}() got some positional-only arguments passed as keyword arguments: '${positionalOnly.join(', ')}'`,
    );
  }
  const near = closestName(code.slotNames.slice(code.positionalOnlyCount, total), name);
  return raise(
    TypeError,
    `${func.qualname}() got an unexpected keyword argument '${name}'${near === null ? '' : `. Did you mean '${near}'?`}`,
  );
}

function raiseTooMany(func: PyFunction, given: number, slots: readonly (Value | undefined)[]): never {
  const code = func.code;
  const defaults = func.defaults?.items.length ?? 0;
  const keywordOnly = code.slotNames
    .slice(code.argCount, code.argCount + code.keywordOnlyCount)
    .filter((_, index) => slots[code.argCount + index] !== undefined).length;
  const least = code.argCount - defaults;
  const range = defaults > 0 ? `from ${least} to ${code.argCount}` : String(code.argCount);
  const plural = defaults > 0 || code.argCount !== 1 ? 's' : '';
  const givenText =
    keywordOnly > 0
      ? `${given} positional argument${given === 1 ? '' : 's'} (and ${keywordOnly} keyword-only argument${keywordOnly === 1 ? '' : 's'}) were`
      : `${given} ${given === 1 ? 'was' : 'were'}`;
  return raise(TypeError, `${func.qualname}() takes ${range} positional argument${plural} but ${givenText} given`);
}

function fillDefaults(func: PyFunction, slots: (Value | undefined)[], from: number): void {
  const defaults = func.defaults?.items ?? [];
  const firstDefault = func.code.argCount - defaults.length;
  const missing: string[] = [];
  for (let i = from; i < func.code.argCount; i++) {
    if (slots[i] !== undefined) continue;
    if (i >= firstDefault) slots[i] = defaults[i - firstDefault] as Value;
    else missing.push(func.code.slotNames[i] as string);
  }
  if (missing.length > 0) raiseMissing(func, missing, 'positional');
}

function fillKeywordDefaults(func: PyFunction, slots: (Value | undefined)[]): void {
  const { argCount, keywordOnlyCount, slotNames } = func.code;
  const missing: string[] = [];
  for (let i = argCount; i < argCount + keywordOnlyCount; i++) {
    if (slots[i] !== undefined) continue;
    const value = func.keywordDefaults?.map.get(slotNames[i] as string);
    if (value === undefined) missing.push(slotNames[i] as string);
    else slots[i] = value;
  }
  if (missing.length > 0) raiseMissing(func, missing, 'keyword-only');
}

function raiseMissing(func: PyFunction, missing: readonly string[], kind: string): never {
  const names = missing.map((name) => `'${name}'`);
  const last = names[names.length - 1] as string;
  const list =
    names.length === 1
      ? last
      : names.length === 2
        ? `${names[0] as string} and ${last}`
        : `${names.slice(0, -1).join(', ')}, and ${last}`;
  return raise(
    TypeError,
    `${func.qualname}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}
