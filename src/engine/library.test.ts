import { expect, test } from 'vitest';
import type { Code } from '../python/compile/code.ts';
import { compileText } from '../python/compile/compile.ts';
import { packCode } from '../python/compile/pack.ts';
import { readShipped } from '../python/library/node-source.mjs';
import { ModuleNeeded } from '../python/vm/module-needed.ts';
import { Hasher } from '../trace/hash.ts';
import { loadAllParts } from './late-parts.ts';
import { type CompiledFile, Library } from './library.ts';
import { HEADLESS_LIMITS, runProgram } from './program.ts';

await loadAllParts();

const FILENAME = '/lib/one.py';
const FILES: Readonly<Record<string, string>> = {
  'index.json': JSON.stringify({
    one: { package: false, filename: FILENAME, imports: ['two'] },
    two: { package: false, filename: '/lib/two.py', imports: [] },
  }),
  'one.py': 'x = 1\n',
  'two.py': 'x = 2\n',
};
const COMPILED = compiledText();

function compiledText(): string {
  const result = compileText('x = 1\n', { filename: FILENAME, mode: 'exec', recordLines: false });
  return result.ok ? JSON.stringify({ [FILENAME]: packCode(result.code) }) : '';
}

function hashOf(text: string): string {
  const hasher = new Hasher();
  hasher.text(text);
  return hasher.digest();
}

/** `late`: these never arrive. */
function libraryOf(compiled: CompiledFile | null, late: readonly string[] = []): Library {
  const fetcher = async (address: string | URL | Request): Promise<Response> => {
    const path = new URL(String(address)).pathname.slice(1);
    if (late.includes(path)) return new Promise(() => undefined);
    const text = path === 'compiled.json' ? COMPILED : FILES[path];
    return text === undefined ? new Response(null, { status: 404 }) : new Response(text);
  };
  return new Library({ fetcher, base: 'http://page/', always: [], compiled });
}

const source = (filename: string) => ({ filename, text: '', isPackage: false, isUser: false });

test('what a program imports is there, and what that imports', async () => {
  const library = libraryOf(null);
  await library.loadFor(['import one']);
  expect(['one', 'two', 'three'].map((name) => library.read(name)?.source ?? null)).toEqual([
    'x = 1\n',
    'x = 2\n',
    null,
  ]);
});

test('a module that was not announced has to be fetched', async () => {
  const library = libraryOf(null);
  await library.loadFor(['']);
  expect(() => library.read('two')).toThrow(ModuleNeeded);
  await library.load('two');
  expect(library.read('two')?.source).toBe('x = 2\n');
});

test('a compiled module can be run before its source has come', async () => {
  const library = libraryOf({ path: 'compiled.json', hash: hashOf(COMPILED) }, ['one.py']);
  await library.loadFor(['import one']);
  expect(library.codeCache.get(source(FILENAME))?.filename).toBe(FILENAME);
  const one = library.read('one');
  expect(one?.filename).toBe(FILENAME);
  expect(() => one?.source).toThrow(ModuleNeeded);
});

test('its source follows, for tracebacks', async () => {
  const library = libraryOf({ path: 'compiled.json', hash: hashOf(COMPILED) });
  await library.loadFor(['import one']);
  const one = library.read('one');
  await library.load('one');
  expect(one?.source).toBe('x = 1\n');
});

test('code of another build is not used', async () => {
  const library = libraryOf({ path: 'compiled.json', hash: hashOf('another') });
  await library.loadFor(['import one']);
  expect(library.codeCache.get(source(FILENAME))).toBeUndefined();
  expect(library.read('one')?.source).toBe('x = 1\n');
});

test("asyncio's second half is not taken for the first, which is cached under the same file name", () => {
  const byFile = new Map<string, Code>();
  const lines: string[] = [];
  const text = `import asyncio
async def main():
    server = await asyncio.start_server(print, '127.0.0.1', 80)
    print(server.is_serving())
asyncio.run(main())
`;
  const ending = runProgram({
    files: [{ name: 'main.py', text }],
    seed: 0,
    limits: HEADLESS_LIMITS,
    readLibrary: (name) => readShipped(name) ?? null,
    write: (_, part) => lines.push(part),
    onChunk: null,
    codeCache: { get: ({ filename }) => byFile.get(filename), put: ({ filename }, code) => byFile.set(filename, code) },
  });
  expect([lines.join(''), ending.kind]).toEqual(['True\n', 'completed']);
}, 30_000);
