/** What CPython has and a run has not: the sentence for an import of it, with the nearest module that there is. */
import { NEAREST } from '../library/absent.mjs';
import { STDLIB_MODULE_NAMES } from './stdlib-names.ts';

/** The message of the ModuleNotFoundError. */
export function missingModuleText(name: string): string {
  const nearest = Object.hasOwn(NEAREST, name) ? NEAREST[name] : undefined;
  const isOfCPython = nearest !== undefined || (!name.includes('.') && STDLIB_MODULE_NAMES.has(name));
  if (!isOfCPython) return `No module named '${name}'`;
  const hint = nearest === undefined || nearest === '' ? '' : `; the nearest thing it has is ${nearest}`;
  return `module ${name} is not part of Loopscope's Python${hint}`;
}
