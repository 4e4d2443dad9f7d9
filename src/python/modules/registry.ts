/** Every module written in TypeScript, by the name it is imported under. A module is made when it is first imported. */

import { getAttr } from '../objects/attributes.ts';
import { setCodecDoor } from '../objects/codec-door.ts';
import { PyNative } from '../objects/native.ts';
import { PyModule, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../vm/machine.ts';
import { abcModule } from './_abc.ts';
import { collectionsModule } from './_collections.ts';
import { contextvarsModule } from './_contextvars.ts';
import { functoolsModule } from './_functools.ts';
import { heapqModule } from './_heapq.ts';
import { signalModule } from './_signal.ts';
import { sourcesModule } from './_sources.ts';
import { templateModule } from './_template.ts';
import { threadModule } from './_thread.ts';
import { typesModule } from './_types.ts';
import { warningsModule } from './_warnings.ts';
import { weakrefModule } from './_weakref.ts';
import { wiresModule } from './_wires.ts';
import { atexitModule } from './atexit.ts';
import { builtinsModule } from './builtins.ts';
import { errnoModule } from './errno.ts';
import type { Factory } from './factory.ts';
import { gcModule } from './gc.ts';
import { itertoolsModule } from './itertools.ts';
import { lateFactory, lateModules } from './late-modules.ts';
import { sysModule } from './sys.ts';
import { timeModule } from './time.ts';

const MODULES: Readonly<Record<string, Factory>> = {
  _abc: abcModule,
  _collections: collectionsModule,
  _contextvars: contextvarsModule,
  _functools: functoolsModule,
  _heapq: heapqModule,
  _signal: signalModule,
  _sources: sourcesModule,
  _template: templateModule,
  _thread: threadModule,
  _types: typesModule,
  _warnings: warningsModule,
  _weakref: weakrefModule,
  _wires: wiresModule,
  atexit: atexitModule,
  errno: errnoModule,
  gc: gcModule,
  itertools: itertoolsModule,
  time: timeModule,
};

/** Fills `machine.nativeModules`, and puts `builtins` where it is from the beginning. */
export function registerModules(machine: Machine): void {
  for (const [name, factory] of Object.entries(MODULES)) {
    machine.nativeModules.set(name, () => moduleOf(name, factory(machine)));
  }
  for (const name of lateModules()) {
    machine.nativeModules.set(name, () => moduleOf(name, lateFactory(name)(machine)));
  }
  setCodecDoor((name, ...args) => interpreter.call(getAttr(load('_codecs'), name), args, null));
  machine.nativeModules.set('os.path', () => load('posixpath') as PyModule);
  machine.nativeModules.set('builtins', () => load('builtins') as PyModule);
  machine.nativeModules.set('sys', () => sysModule(machine));
  machine.modules.map.set('builtins', builtinsModule(machine));
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
