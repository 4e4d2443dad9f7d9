/** Checks of arguments in the two styles in which CPython's C functions complain. */
import { raise, TypeError } from '../objects/errors.ts';
import { type Keywords, type Outcome, type PyNative, rawFunction } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { closestName } from '../vm/closest-name.ts';

/** A function that unpacks its arguments by PyArg_UnpackTuple: "next expected at most 2 arguments, got 3". */
export function unpacking(
  name: string,
  least: number,
  most: number,
  impl: { impl(...args: Value[]): Outcome }['impl'],
): PyNative {
  return rawFunction(name, (args, keywords) => {
    rejectKeywords(name, keywords);
    checkCount(name, args.length, least, most);
    return impl(...args);
  });
}

export function rejectKeywords(name: string, keywords: Keywords): void {
  if (keywords !== null && keywords.size > 0) raise(TypeError, `${name}() takes no keyword arguments`);
}

/** CPython: Python/getargs.c, _PyArg_CheckPositional. */
export function checkCount(name: string, given: number, least: number, most: number): void {
  if (given >= least && given <= most) return;
  const bound = given < least ? least : most;
  const qualifier = least === most ? '' : given < least ? 'at least ' : 'at most ';
  raise(TypeError, `${name} expected ${qualifier}${bound} argument${bound === 1 ? '' : 's'}, got ${given}`);
}

/** CPython: Python/getargs.c, error_unexpected_keyword_arg. */
export function unexpectedKeyword(name: string, keyword: string, known: readonly string[]): string {
  const near = closestName(known, keyword);
  return `${name}() got an unexpected keyword argument '${keyword}'${near === null ? '' : `. Did you mean '${near}'?`}`;
}

/** The keyword arguments of a function that takes only some. */
export function takeKeywords(
  name: string,
  keywords: Keywords,
  known: readonly string[],
): Record<string, Value | undefined> {
  const taken: Record<string, Value | undefined> = {};
  for (const [keyword, value] of keywords ?? []) {
    if (!known.includes(keyword)) raise(TypeError, unexpectedKeyword(name, keyword, known));
    taken[keyword] = value;
  }
  return taken;
}
