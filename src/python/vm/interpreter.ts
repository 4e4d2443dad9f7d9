/**
 * The late-bound door from objects to the VM: objects and modules call Python through it without importing the VM.
 * `call` runs to completion on the JavaScript stack; `invoke` may answer PUSHED (see native.ts).
 */
import type { Keywords, Outcome } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';

export interface Interpreter {
  call(callable: Value, args: Value[], keywords: Keywords): Value;
  invoke(callable: Value, args: Value[], keywords: Keywords): Outcome;
  /** Native code works long: so many instructions. Native code is about to make an object of so many bytes. See limits.ts. */
  spend(count: number): void;
  claim(bytes: number): void;
  /** A DeprecationWarning at the line that runs. */
  deprecate(text: string): void;
  /** Resumes a suspended generator or coroutine with a value and runs it until it yields (the value) or ends (undefined). */
  generatorNext(generator: Value): Value | undefined;
}

export let interpreter: Interpreter;

export function setInterpreter(implementation: Interpreter): void {
  interpreter = implementation;
}
