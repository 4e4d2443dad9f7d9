/** The module `atexit`. `runExitFunctions` is for whoever ends a run. CPython: Modules/atexitmodule.c. */

import { isCallable } from '../objects/attributes.ts';
import { raise, TypeError } from '../objects/errors.ts';
import { type Keywords, nativeFunction, rawFunction } from '../objects/native.ts';
import { callWith, equals } from '../objects/protocol.ts';
import type { Value } from '../objects/value.ts';
import type { Machine } from '../vm/machine.ts';

interface ExitFunction {
  readonly callable: Value;
  readonly args: readonly Value[];
  readonly keywords: Keywords;
}

const registered: WeakMap<Machine, ExitFunction[]> = new WeakMap();

function functionsOf(machine: Machine): ExitFunction[] {
  const known = registered.get(machine);
  if (known !== undefined) return known;
  const made: ExitFunction[] = [];
  registered.set(machine, made);
  return made;
}

/** Last registered, first called. What one of them raises is thrown as PyRaise; the rest can be run by another call. */
export function runExitFunctions(machine: Machine): void {
  const functions = functionsOf(machine);
  for (let next = functions.pop(); next !== undefined; next = functions.pop())
    callWith(next.callable, [...next.args], next.keywords);
}

export function atexitModule(machine: Machine): Map<string, Value> {
  const functions = [
    rawFunction('register', (args, keywords) => {
      const [callable, ...rest] = args;
      if (args.length === 0) return raise(TypeError, 'register() takes at least 1 argument (0 given)');
      if (!isCallable(callable)) return raise(TypeError, 'the first argument must be callable');
      functionsOf(machine).push({ callable, args: rest, keywords });
      return callable;
    }),
    nativeFunction('unregister', 'func, /', (callable: Value) => {
      const kept = functionsOf(machine).filter((entry) => !equals(entry.callable, callable));
      registered.set(machine, kept);
      return null;
    }),
    nativeFunction('_clear', '', () => {
      registered.set(machine, []);
      return null;
    }),
    nativeFunction('_run_exitfuncs', '', () => {
      runExitFunctions(machine);
      return null;
    }),
    nativeFunction('_ncallbacks', '', () => functionsOf(machine).length),
  ];
  return new Map(functions.map((native) => [native.name, native]));
}
