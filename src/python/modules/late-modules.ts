/**
 * The modules written in TypeScript that most programs never import. In the page each is a chunk of its own, loaded before
 * a run that announces it; a run that comes upon one unannounced ends with ModuleNeeded and is made again. Elsewhere all
 * are loaded before the first run.
 */
import { ModuleNeeded } from '../vm/module-needed.ts';
import type { Factory } from './factory.ts';

const LATE: Record<string, () => Promise<Factory>> = {
  _ast: async () => {
    await import('./ast-tree.ts');
    await import('./ast-reader.ts');
    return (await import('./_ast.ts')).astModule;
  },
  _blake2: async () => (await import('./_blake2.ts')).blake2Module,
  _bisect: async () => (await import('./_bisect.ts')).bisectModule,
  _io: async () => (await import('./_io.ts')).ioModule,
  _json: async () => (await import('./_json.ts')).jsonModule,
  _md5: async () => (await import('./_sha2.ts')).md5Module,
  _multiprocessing: async () => (await import('./_multiprocessing.ts')).multiprocessingModule,
  _operator: async () => (await import('./_operator.ts')).operatorModule,
  _posixshmem: async () => (await import('./mmap.ts')).posixshmemModule,
  _posixsubprocess: async () => (await import('./_posixsubprocess.ts')).posixsubprocessModule,
  _queue: async () => (await import('./_queue.ts')).queueModule,
  _random: async () => (await import('./_random.ts')).randomModule,
  _sha1: async () => (await import('./_sha2.ts')).sha1Module,
  _sha2: async () => (await import('./_sha2.ts')).sha2Module,
  _sha3: async () => (await import('./_sha2.ts')).sha3Module,
  _socket: async () => (await import('./_socket.ts')).socketModule,
  _sre: async () => (await import('./_sre.ts')).sreModule,
  _string: async () => (await import('./_string.ts')).stringModule,
  _struct: async () => (await import('./_struct.ts')).structModule,
  _typing: async () => (await import('./_typing.ts')).typingModule,
  array: async () => (await import('./array.ts')).arrayModule,
  binascii: async () => (await import('./binascii.ts')).binasciiModule,
  cmath: async () => (await import('./cmath.ts')).cmathModule,
  math: async () => (await import('./math.ts')).mathModule,
  mmap: async () => (await import('./mmap.ts')).mmapModule,
  posix: async () => (await import('./posix.ts')).posixModule,
  select: async () => (await import('./select.ts')).selectModule,
  unicodedata: async () => (await import('./unicodedata.ts')).unicodedataModule,
  zlib: async () => (await import('./zlib.ts')).zlibModule,
};

export function lateModules(): readonly string[] {
  return Object.keys(LATE);
}

/** One that lies further down than this folder may see. Before the first run. */
export function addLateModule(name: string, importer: () => Promise<Factory>): void {
  LATE[name] = importer;
}

const loaded: Map<string, Factory> = new Map();

export function isLateModule(name: string): boolean {
  return Object.hasOwn(LATE, name);
}

/** Those among the names that are late. */
export async function loadLateModules(names: Iterable<string>): Promise<void> {
  await Promise.all(
    [...names].map(async (name) => {
      const importer = isLateModule(name) && !loaded.has(name) ? LATE[name] : undefined;
      if (importer !== undefined) loaded.set(name, await importer());
    }),
  );
}

export function lateFactory(name: string): Factory {
  const factory = loaded.get(name);
  if (factory === undefined) throw new ModuleNeeded(name);
  return factory;
}
