/** Every module written in TypeScript, by the name it is imported under. A module is made when it is first imported. */

import { getAttr } from '../objects/attributes.ts';
import { setCodecDoor } from '../objects/codec-door.ts';
import { PyNative } from '../objects/native.ts';
import { PyModule, type Value } from '../objects/value.ts';
import { load } from '../vm/import.ts';
import { interpreter } from '../vm/interpreter.ts';
import type { Machine } from '../vm/machine.ts';
import { abcModule } from './_abc.ts';
import { astModule } from './_ast.ts';
import { bisectModule } from './_bisect.ts';
import { collectionsModule } from './_collections.ts';
import { contextvarsModule } from './_contextvars.ts';
import { functoolsModule } from './_functools.ts';
import { heapqModule } from './_heapq.ts';
import { ioModule } from './_io.ts';
import { jsonModule } from './_json.ts';
import { multiprocessingModule } from './_multiprocessing.ts';
import { operatorModule } from './_operator.ts';
import { posixsubprocessModule } from './_posixsubprocess.ts';
import { queueModule } from './_queue.ts';
import { randomModule } from './_random.ts';
import { md5Module, sha1Module, sha2Module, sha3Module } from './_sha2.ts';
import { signalModule } from './_signal.ts';
import { socketModule } from './_socket.ts';
import { sourcesModule } from './_sources.ts';
import { sreModule } from './_sre.ts';
import { stringModule } from './_string.ts';
import { structModule } from './_struct.ts';
import { templateModule } from './_template.ts';
import { threadModule } from './_thread.ts';
import { typesModule } from './_types.ts';
import { typingModule } from './_typing.ts';
import { warningsModule } from './_warnings.ts';
import { weakrefModule } from './_weakref.ts';
import { atexitModule } from './atexit.ts';
import { binasciiModule } from './binascii.ts';
import { builtinsModule } from './builtins.ts';
import { cmathModule } from './cmath.ts';
import { errnoModule } from './errno.ts';
import { gcModule } from './gc.ts';
import { itertoolsModule } from './itertools.ts';
import { mathModule } from './math.ts';
import { mmapModule, posixshmemModule } from './mmap.ts';
import { posixModule } from './posix.ts';
import { selectModule } from './select.ts';
import { sysModule } from './sys.ts';
import { timeModule } from './time.ts';
import { unicodedataModule } from './unicodedata.ts';

/** A module's names, made anew for each run. */
type Factory = (machine: Machine) => ReadonlyMap<string, Value> | PyModule;

const MODULES: Readonly<Record<string, Factory>> = {
  _abc: abcModule,
  _ast: astModule,
  _bisect: bisectModule,
  _collections: collectionsModule,
  _contextvars: contextvarsModule,
  _functools: functoolsModule,
  _heapq: heapqModule,
  _io: ioModule,
  _json: jsonModule,
  _md5: md5Module,
  _multiprocessing: multiprocessingModule,
  _operator: operatorModule,
  _posixshmem: posixshmemModule,
  _posixsubprocess: posixsubprocessModule,
  _signal: signalModule,
  _socket: socketModule,
  _sources: sourcesModule,
  _sre: sreModule,
  _queue: queueModule,
  _random: unseededRandom,
  _sha1: sha1Module,
  _sha2: sha2Module,
  _sha3: sha3Module,
  _string: stringModule,
  _struct: structModule,
  _template: templateModule,
  _thread: threadModule,
  _types: typesModule,
  _typing: typingModule,
  _warnings: warningsModule,
  _weakref: weakrefModule,
  atexit: atexitModule,
  binascii: binasciiModule,
  cmath: cmathModule,
  errno: errnoModule,
  gc: gcModule,
  itertools: itertoolsModule,
  math: mathModule,
  mmap: mmapModule,
  posix: posixModule,
  select: selectModule,
  time: timeModule,
  unicodedata: unicodedataModule,
};

/** Fills `machine.nativeModules`, and puts `builtins` where it is from the beginning. */
export function registerModules(machine: Machine): void {
  for (const [name, factory] of Object.entries(MODULES)) {
    machine.nativeModules.set(name, () => moduleOf(name, factory(machine)));
  }
  setCodecDoor((name, ...args) => interpreter.call(getAttr(load('_codecs'), name), args, null));
  machine.nativeModules.set('os.path', () => load('posixpath') as PyModule);
  machine.nativeModules.set('builtins', () => load('builtins') as PyModule);
  machine.nativeModules.set('sys', () => sysModule(machine));
  machine.modules.map.set('builtins', builtinsModule(machine));
}

/** `random` without a seed draws from the run's own. */
function unseededRandom(machine: Machine): ReadonlyMap<string, Value> {
  const stream = machine.prng.fork('random');
  return randomModule(() => stream.uint32());
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
