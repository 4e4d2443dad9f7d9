/**
 * Methods whose complaints about their arguments are worded in other ways than those of native.ts: those that Argument Clinic
 * gives their class (`cls: defining_class`), and those that are Python functions in CPython.
 */
import { raise, TypeError } from '../python/objects/errors.ts';
import { type Keywords, type Outcome, rawMethod } from '../python/objects/native.ts';
import type { PyType, Value } from '../python/objects/value.ts';
import { closestName } from '../python/vm/closest-name.ts';

/** CPython: Tools/clinic, a method with `defining_class` and nothing else. */
export function clinicMethod0(owner: PyType, name: string, impl: { impl(self: Value): Outcome }['impl']): void {
  rawMethod(owner, name, (args, keywords) => {
    if (args.length > 1 || countOf(keywords) > 0) return raise(TypeError, `${name}() takes no arguments`);
    return impl(args[0] as Value);
  });
}

/** CPython: Python/getargs.c, _PyArg_UnpackKeywords, for one positional-only parameter. */
export function clinicMethod1(
  owner: PyType,
  name: string,
  impl: { impl(self: Value, given: Value): Outcome }['impl'],
): void {
  rawMethod(owner, name, (args, keywords) => {
    checkOne(name, args.length - 1, countOf(keywords), 1);
    for (const keyword of keywords?.keys() ?? []) unexpected(name, keyword);
    return impl(args[0] as Value, args[1] as Value);
  });
}

/** The same for `fn, /, *, context=None`. */
export function clinicMethodWithContext(
  owner: PyType,
  name: string,
  impl: { impl(self: Value, given: Value, context: Value): Outcome }['impl'],
): void {
  rawMethod(owner, name, (args, keywords) => {
    checkOne(name, args.length - 1, countOf(keywords), 2);
    for (const keyword of keywords?.keys() ?? []) if (keyword !== 'context') unexpected(name, keyword, ['context']);
    return impl(args[0] as Value, args[1] as Value, keywords?.get('context') ?? null);
  });
}

function checkOne(name: string, positional: number, named: number, most: number): void {
  const total = positional + named;
  if (total > most)
    raise(TypeError, `${name}() takes at most ${most} argument${most === 1 ? '' : 's'} (${total} given)`);
  if (positional !== 1) raise(TypeError, `${name}() takes exactly 1 positional argument (${positional} given)`);
}

/** `known`: the keyword parameters that there are. */
export function unexpected(name: string, keyword: string, known: readonly string[] = []): never {
  const meant = closestName(known, keyword);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return raise(TypeError, `${name}() got an unexpected keyword argument '${keyword}'${hint}`);
}

/** A method without parameters that is Python in CPython: `BaseEventLoop.stop`. */
export function pythonMethod0(owner: PyType, name: string, impl: { impl(self: Value): Outcome }['impl']): void {
  const qualname = `${owner.name}.${name}`;
  rawMethod(owner, name, (args, keywords) => {
    if (args.length > 1)
      return raise(TypeError, `${qualname}() takes 1 positional argument but ${args.length} were given`);
    for (const keyword of keywords?.keys() ?? []) unexpected(qualname, keyword);
    return impl(args[0] as Value);
  });
}

function countOf(keywords: Keywords): number {
  return keywords?.size ?? 0;
}
