/** CALL_KW of the usual Python function, straight from the stack. Every other is call.ts's. */
import { CodeFlag } from '../compile/code.ts';
import type { PyFunction } from '../objects/function.ts';
import type { Outcome } from '../objects/native.ts';
import type { Value } from '../objects/value.ts';
import { fillAllDefaults } from './arguments.ts';
import { startFrame } from './call.ts';
import { Frame, Ret } from './frame.ts';

/**
 * A call of a function that has neither `*args` nor `**kwargs`: no Map is made of them. `slots` holds the arguments from
 * `first` on, those that have `names` from `named` on. Undefined where one of them is not the name of a free parameter.
 */
export function callNamed(
  func: PyFunction,
  slots: readonly Value[],
  { first, named, names }: { first: number; named: number; names: readonly string[] },
): Outcome | undefined {
  const { code } = func;
  if (named - first > code.argCount || (code.flags & (CodeFlag.varArgs | CodeFlag.varKeywords)) !== 0) return undefined;
  const frame = new Frame(code, func.globals, func);
  const values = frame.slots;
  for (let i = first; i < named; i++) values[i - first] = slots[i];
  const end = code.argCount + code.keywordOnlyCount;
  for (let i = 0; i < names.length; i++) {
    const slot = code.slotNames.indexOf(names[i] as string, code.positionalOnlyCount);
    if (slot < 0 || slot >= end || values[slot] !== undefined) return undefined;
    values[slot] = slots[named + i];
  }
  fillAllDefaults(func, values, named - first);
  return startFrame(frame, code.flags, Ret.push);
}
