/**
 * For the build of the page: CPython's Lib and what ships with it, compiled. asyncio's modules are cut before that (its own
 * affair), so programs that import them are run, and whatever is compiled on the way is packed.
 */

import { ASYNCIO_FROM_LIB } from '../../asyncio/package.ts';
import { compileText } from '../../python/compile/compile.ts';
import { type Packed, packCode } from '../../python/compile/pack.ts';
import { LIBRARY_MODULES } from '../../python/library/modules.mjs';
import { readShipped } from '../../python/library/node-source.mjs';
import { Hasher } from '../../trace/hash.ts';
import { loadAllParts } from '../late-parts.ts';
import type { CompiledIndex } from '../library.ts';
import { HEADLESS_LIMITS, runProgram } from '../program.ts';
import { CORE, SAMPLES } from './foreseen.ts';

await loadAllParts();

/** Tables of characters: as code they would be no smaller, and nobody waits for one. */
const UNCOMPILED = /^encodings\./;

/** `files`: by name, with an index.json among them. `hash`: the fingerprint of them all. */
export interface Compiled {
  readonly files: ReadonlyMap<string, string>;
  readonly hash: string;
}

export function precompile(): Compiled {
  const code = new Map<string, Packed>();
  const fileOf = new Map<string, string>();
  const place = (file: (key: string) => string): void => {
    for (const key of code.keys()) if (!fileOf.has(key)) fileOf.set(key, file(key));
  };
  const always = new Set(importedBy(CORE, code));
  place(() => 'core.json');
  const foreseen = SAMPLES.map(({ pattern, program }) => {
    const modules = importedBy(program, code).filter((name) => !always.has(name));
    place((key) => (isAsyncio(key) ? 'asyncio.json' : fileNamed(key)));
    return { pattern, modules };
  });
  importedBy(`import ${ASYNCIO_FROM_LIB.join(', ')}\n`, code);
  for (const name of LIBRARY_MODULES) if (!UNCOMPILED.test(name)) compileModule(name, code);
  place(fileNamed);
  return packed({ packs: Object.fromEntries(fileOf), foreseen }, code);
}

function packed(index: CompiledIndex, code: ReadonlyMap<string, Packed>): Compiled {
  const records: Record<string, Record<string, Packed>> = {};
  for (const [key, file] of Object.entries(index.packs)) {
    records[file] ??= {};
    records[file][key] = code.get(key) ?? null;
  }
  const files = new Map(Object.entries(records).map(([file, record]) => [file, JSON.stringify(record)]));
  files.set('index.json', JSON.stringify(index));
  const hasher = new Hasher();
  for (const text of files.values()) hasher.text(text);
  return { files, hash: hasher.digest() };
}

function isAsyncio(key: string): boolean {
  return key.includes('/asyncio/') && !key.includes('/websockets/');
}

/** What the program has imported when it is over. `code` gets what was compiled. */
function importedBy(program: string, code: Map<string, Packed>): readonly string[] {
  const lines: string[] = [];
  const ending = runProgram({
    files: [{ name: 'main.py', text: `${program}import sys\nprint(*sys.modules, sep='\\n')\n` }],
    seed: 0,
    limits: HEADLESS_LIMITS,
    readLibrary: (name) => readShipped(name) ?? null,
    write: (_stream, text) => lines.push(text),
    onChunk: null,
    codeCache: {
      get: () => undefined,
      put: ({ filename }, made) => {
        code.set(filename, packCode(made));
      },
    },
  });
  if (ending.kind !== 'completed') throw new Error(`A sample did not run: ${JSON.stringify(ending)}\n${program}`);
  return lines.join('').trim().split('\n');
}

function compileModule(name: string, code: Map<string, Packed>): void {
  const found = readShipped(name);
  if (found === undefined || code.has(found.filename) || ASYNCIO_FROM_LIB.includes(name)) return;
  const { filename, source } = found;
  const result = compileText(source, { filename, mode: 'exec', recordLines: false });
  if (!result.ok) throw new Error(`${name} could not be compiled: ${result.error.message}`);
  code.set(filename, packCode(result.code));
}

/** A file for each module, named after the file it was compiled from. */
function fileNamed(key: string): string {
  const path = key.replace(/^\/lib\/python3\.?14(\.zip|\/site-packages)\//, '');
  return `${path
    .replace('/__init__.py', '')
    .replaceAll(/[^\w-]+/g, '.')
    .replaceAll(/^\.|\.py$|\.$/g, '')}.json`;
}
