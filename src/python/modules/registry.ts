/** Every module written in TypeScript, by the name it is imported under. A module is made when it is first imported. */
import { PyNative } from '../objects/native.ts';
import { PyModule, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import type { Machine } from '../vm/machine.ts';
import { abcModule } from './_abc.ts';
import { stringModule } from './_string.ts';
import { threadModule } from './_thread.ts';
import { typesModule } from './_types.ts';
import { atexitModule } from './atexit.ts';
import { builtinsModule } from './builtins.ts';
import { errnoModule } from './errno.ts';
import { gcModule } from './gc.ts';
import { sysModule } from './sys.ts';
import { timeModule } from './time.ts';

/** A module's names, made anew for each run. */
type Factory = (machine: Machine) => ReadonlyMap<string, Value> | PyModule;

const MODULES: Readonly<Record<string, Factory>> = {
  _abc: abcModule,
  _string: stringModule,
  _thread: threadModule,
  _types: typesModule,
  atexit: atexitModule,
  errno: errnoModule,
  gc: gcModule,
  time: timeModule,
};

/** Fills `machine.nativeModules`, and puts `builtins` and `sys` where they are from the beginning. */
export function registerModules(machine: Machine): void {
  for (const [name, factory] of Object.entries(MODULES)) {
    machine.nativeModules.set(name, () => moduleOf(name, factory(machine)));
  }
  for (const name of ['builtins', 'sys']) machine.nativeModules.set(name, () => load(name) as PyModule);
  machine.modules.map.set('builtins', builtinsModule(machine));
  machine.modules.map.set('sys', sysModule(machine));
}

function moduleOf(name: string, names: ReadonlyMap<string, Value> | PyModule): PyModule {
  if (names instanceof PyModule) return names;
  const module = new PyModule(name);
  for (const [key, value] of names) {
    if (value instanceof PyNative && value.kind === 'function' && value.module === null) value.module = name;
    module.attrs.set(key, value);
  }
  return module;
}
