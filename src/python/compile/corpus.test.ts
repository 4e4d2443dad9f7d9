/** The compiler against CPython's own library: everything compiles, and every stack is in order. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compileText } from './compile.ts';
import { verify } from './verify.ts';

const archive = createRequire(import.meta.url).resolve('pyodide/python_stdlib.zip');
const library = unzipSync(readFileSync(archive), { filter: ({ name }) => name.endsWith('.py') });

/** The whole of Lib takes seconds; these are the modules that matter and those with the oddest syntax. */
const NAMES = [
  '__future__',
  '_collections_abc',
  '_colorize',
  '_py_abc',
  '_pydecimal',
  '_pydatetime',
  '_pyio',
  '_strptime',
  '_weakrefset',
  'abc',
  'annotationlib',
  'argparse',
  'ast',
  'base64',
  'bisect',
  'calendar',
  'cmd',
  'codecs',
  'collections/__init__',
  'colorsys',
  'concurrent/futures/_base',
  'concurrent/futures/thread',
  'configparser',
  'contextlib',
  'copy',
  'copyreg',
  'csv',
  'dataclasses',
  'difflib',
  'dis',
  'enum',
  'fractions',
  'functools',
  'genericpath',
  'graphlib',
  'heapq',
  'inspect',
  'io',
  'ipaddress',
  'json/decoder',
  'json/encoder',
  'keyword',
  'linecache',
  'locale',
  'logging/__init__',
  'operator',
  'os',
  'pathlib/__init__',
  'pickle',
  'posixpath',
  'pprint',
  'queue',
  'random',
  're/__init__',
  're/_compiler',
  're/_parser',
  'reprlib',
  'sched',
  'selectors',
  'signal',
  'socket',
  'statistics',
  'string/__init__',
  'textwrap',
  'threading',
  'timeit',
  'tokenize',
  'traceback',
  'types',
  'typing',
  'unittest/mock',
  'unittest/case',
  'urllib/parse',
  'uuid',
  'warnings',
  'weakref',
];

function modules(): [string, string][] {
  const wanted = Object.keys(library).filter(
    (name) => name.startsWith('asyncio/') || NAMES.includes(name.slice(0, -3)),
  );
  return wanted.map((name) => [name, strFromU8(library[name] ?? new Uint8Array())]);
}

test.each(modules())('%s compiles, and its stacks are in order', (filename, text) => {
  for (const recordLines of [false, true]) {
    const result = compileText(text, { filename, mode: 'exec', recordLines });
    expect(result.ok ? verify(result.code) : result.error).toEqual([]);
  }
});
