/**
 * What Python 3.4 to 3.13 had in asyncio and 3.14 has not. A name that is gone is supplied to whoever gets it as an attribute or
 * imports it; `hasattr`, `getattr` with a default and `dir` see 3.14. From its first use on the program is one that 3.14 would
 * have ended with an AttributeError, so the rest of the old behaviour is switched on: nothing that runs on 3.14 is changed. A
 * program may also say at its top what it was written for (`# python: 3.4`): then it is on from the start. RULES.md, O1 to O5.
 */
import { type MissingAttribute, setMissingAttribute } from '../python/objects/attributes.ts';
import { PyModule, type Value } from '../python/objects/value.ts';
import { interpreter } from '../python/vm/interpreter.ts';
import { type Machine, machine } from '../python/vm/machine.ts';
import { setOldKeyword } from '../python/vm/arguments.ts';
import { LEGACY } from '../trace/legacy.ts';
import { taskType } from './shapes.ts';
import { pythonHalf, state } from './state.ts';

const SUBMODULES: ReadonlySet<string> = new Set(
  ['', '.coroutines', '.tasks', '.queues', '.unix_events'].map((name) => `asyncio${name}`),
);

/** Called for each run: the hooks of the VM lead here. */
export function installLegacy(of: Machine): void {
  setMissingAttribute(supply);
  setOldKeyword((func, keyword) => {
    if (keyword !== 'loop' || machine !== of || !isOn(9)) return false;
    if (!func.code.filename.includes('/asyncio/')) return false;
    noteLegacy('the loop= parameter');
    return true;
  });
}

/** Whether the program is an old one, and of Python 3.`until` or before if it says so. */
export function isOn(until: number): boolean {
  const { legacy } = state;
  return legacy.isOn && (legacy.version === null || legacy.version <= until);
}

const supply: MissingAttribute = (object, name) => {
  const full = fullName(object, name);
  if (full === null || LEGACY[full] === undefined) return undefined;
  switchOn();
  noteLegacy(full);
  return pythonHalf('asyncio._legacy', name);
};

function fullName(object: Value, name: string): string | null {
  if (object === taskType) return `asyncio.Task.${name}`;
  if (!(object instanceof PyModule)) return null;
  const module = object.attrs.get('__name__');
  return typeof module === 'string' && SUBMODULES.has(module) ? `asyncio.${name}` : null;
}

/** From here on asyncio is that of the version the program was written for, as far as 3.14 has changed it. */
export function switchOn(): void {
  if (state.legacy.isOn) return;
  state.legacy.isOn = true;
  machine.hasOldCoroutines = isOn(6);
  interpreter.call(pythonHalf('asyncio._legacy', '_activate'), [state.legacy.version], null);
}

/** Tells the recorder; once for each place. */
export function noteLegacy(name: string): void {
  state.recorder?.legacyUsed(name);
}
