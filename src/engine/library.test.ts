import { expect, test } from 'vitest';
import type { Code } from '../python/compile/code.ts';
import { compileText } from '../python/compile/compile.ts';
import { packCode } from '../python/compile/pack.ts';
import { readShipped } from '../python/library/node-source.mjs';
import { loadAllParts } from './late-parts.ts';
import { Library } from './library.ts';
import { HEADLESS_LIMITS, runProgram } from './program.ts';

await loadAllParts();

const FILENAME = '/lib/one.py';
const FILES: Readonly<Record<string, string>> = {
  'index.json': JSON.stringify({
    one: { package: false, filename: FILENAME, imports: ['two', '_native'] },
    two: { package: false, filename: '/lib/two.py', imports: [] },
    three: { package: false, filename: '/lib/three.py', imports: [] },
  }),
  'one.py': 'x = 1\n',
  'two.py': 'x = 2\n',
  'three.py': 'x = 3\n',
  'code/index.json': JSON.stringify({
    packs: { [FILENAME]: 'one.json' },
    foreseen: [{ pattern: '\\bopen_three\\b', modules: ['three'] }],
  }),
  'code/one.json': compiledText(),
};

function compiledText(): string {
  const result = compileText('x = 1\n', { filename: FILENAME, mode: 'exec', recordLines: false });
  return result.ok ? JSON.stringify({ [FILENAME]: packCode(result.code) }) : '';
}

/** A library, and what it has fetched so far; `!` marks what the run had to wait for. */
function libraryOf(compiled: string | null): { readonly library: Library; readonly fetched: string[] } {
  const fetched: string[] = [];
  const find = (address: URL, mark: string): string | null => {
    const path = address.pathname.slice(1);
    fetched.push(`${mark}${path}`);
    return FILES[path] ?? null;
  };
  const library = new Library({
    fetcher: async (address) => {
      const text = find(new URL(String(address)), '');
      return text === null ? new Response(null, { status: 404 }) : new Response(text);
    },
    fetchNow: (address) => find(address, '!'),
    base: 'http://page/',
    always: [],
    compiled,
  });
  return { library, fetched };
}

const source = (filename: string) => ({ filename, text: '', isPackage: false, isUser: false });

test('what a program imports is announced, what that imports, and modules that are not in Lib', async () => {
  const { library } = libraryOf(null);
  expect(new Set(await library.announced(['import one']))).toEqual(new Set(['one', 'two', '_native']));
});

test('what is announced is there before the run', async () => {
  const { fetched, library } = libraryOf(null);
  await library.load(await library.announced(['import one']));
  expect(fetched).toEqual(['index.json', expect.stringMatching(/one|two/), expect.stringMatching(/one|two/)]);
  expect(['one', 'two', 'four'].map((name) => library.read(name)?.source ?? null)).toEqual([
    'x = 1\n',
    'x = 2\n',
    null,
  ]);
  expect(fetched).toHaveLength(3);
});

test('a module that was not announced is fetched while the run waits', async () => {
  const { fetched, library } = libraryOf(null);
  await library.load(await library.announced(['']));
  expect(library.read('two')?.source).toBe('x = 2\n');
  expect(fetched).toEqual(['index.json', '!two.py']);
});

test('of a compiled module the code is fetched, the source when a traceback shows it', async () => {
  const { fetched, library } = libraryOf('code');
  await library.load(await library.announced(['import one']));
  expect(library.codeCache.get(source(FILENAME))?.filename).toBe(FILENAME);
  expect(library.read('one')?.filename).toBe(FILENAME);
  expect(fetched).not.toContain('one.py');
  expect(library.read('one')?.source).toBe('x = 1\n');
  expect(fetched.at(-1)).toBe('!one.py');
});

test('code that was not announced is fetched while the run waits', async () => {
  const { fetched, library } = libraryOf('code');
  await library.announced(['']);
  expect(library.codeCache.get(source(FILENAME))?.filename).toBe(FILENAME);
  expect(library.codeCache.get(source('/lib/two.py'))).toBeUndefined();
  expect(fetched.at(-1)).toBe('!code/one.json');
});

test('a program whose text fits gets what the build has foreseen', async () => {
  const { library } = libraryOf('code');
  expect(await library.announced(['x = open_three()'])).toEqual(['three']);
});

test('code of another build is not there any more: everything is compiled from its source', async () => {
  const { library } = libraryOf('old');
  await library.load(await library.announced(['import one']));
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
