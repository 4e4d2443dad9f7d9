import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { importsOf } from './imports.mjs';
import { LIBRARY_MODULES } from './modules.mjs';
import { isInLibrary, readLibrary, readShipped } from './node-source.mjs';
import { modulesDocument } from './supported.mjs';
import { libraryFiles } from './vite-plugin.mjs';

test('a module comes with its source and the name that tracebacks give it', () => {
  const heapq = readLibrary('heapq');
  expect(heapq?.source).toContain('def heappush(heap, item):');
  expect(heapq).toMatchObject({ isPackage: false, filename: '/lib/python314.zip/heapq.py' });
});

test('a package is its __init__', () => {
  expect(readLibrary('asyncio')).toMatchObject({ isPackage: true, filename: '/lib/python314.zip/asyncio/__init__.py' });
  expect(readLibrary('asyncio.queues')).toMatchObject({ isPackage: false });
});

test('what CPython writes in C, and what does not exist, is not in the library', () => {
  expect(readLibrary('itertools')).toBeUndefined();
  expect(isInLibrary('no_such_module')).toBe(false);
});

test('relative imports are resolved, and a submodule imported by name is a module', () => {
  const source = 'from . import events\nfrom .locks import Lock\nimport collections.abc as c\n';
  const isModule = (name: string) => name === 'asyncio.events';
  expect(importsOf({ name: 'asyncio.queues', isPackage: false, source }, isModule)).toEqual([
    'asyncio',
    'asyncio.events',
    'asyncio.locks',
    'collections',
    'collections.abc',
  ]);
});

test('imports in functions, for type checkers and for scripts do not count; those in try do', () => {
  const source = [
    'try:\n    import _heapq\nexcept ImportError:\n    import spare\n',
    'def late():\n    import inspect\n',
    'if TYPE_CHECKING:\n    import typing\nelse:\n    import types\n',
    "if __name__ == '__main__':\n    import doctest\n",
  ].join('');
  expect(importsOf({ name: 'm', isPackage: false, source }, () => false)).toEqual(['_heapq', 'spare', 'types']);
});

test('every listed module ships, with an index and the licence', { timeout: 60_000 }, () => {
  const files = libraryFiles(LIBRARY_MODULES);
  const index = JSON.parse(files.get('lib/index.json') ?? '');
  expect(Object.keys(index)).toEqual([...LIBRARY_MODULES]);
  expect(index.collections).toMatchObject({ package: true });
  expect(index.collections.imports).toContain('_collections_abc');
  expect(files.get('lib/LICENSE.txt')).toContain('PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2');
});

test('MODULES.md is what `npm run modules` writes', () => {
  expect(readFileSync(new URL('MODULES.md', import.meta.url), 'utf8')).toBe(modulesDocument());
});

test('the command line reads what the page ships, and nothing else of Lib', () => {
  expect(readShipped('heapq')?.source).toBe(readLibrary('heapq')?.source);
  expect(readLibrary('poplib')).toBeDefined();
  expect(readShipped('poplib')).toBeUndefined();
});
