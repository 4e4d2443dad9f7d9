import { expect, test } from 'vitest';
import { supportedModules } from '../python/library/supported.mjs';
import { runHeadlessNow } from './headless.ts';

test('every module of the list can be imported', { timeout: 60_000 }, () => {
  const names = supportedModules().flatMap(({ name }) => (name.endsWith('.__main__') ? [] : [name]));
  const program = `
import importlib, io, sys, warnings
warnings.simplefilter('ignore')
out, sys.stdout = sys.stdout, io.StringIO()
for name in ${JSON.stringify(names)}:
    try:
        importlib.import_module(name)
    except Exception as error:
        print(name, repr(error), file=out)
`;
  expect(runHeadlessNow({ files: { 'main.py': program } })).toMatchObject({
    stdout: '',
    stderr: '',
    exitCode: 0,
  });
});

test('the list names every module that is registered, but for those that only our own files import', () => {
  const program = "import sys\nprint('\\n'.join(sys.builtin_module_names))";
  const registered = runHeadlessNow({ files: { 'main.py': program } })
    .stdout.trim()
    .split('\n');
  const listed = new Set(supportedModules().map(({ name }) => name));
  expect(registered.filter((name) => !listed.has(name))).toEqual([
    '_amqp',
    '_asyncio_loop',
    '_channels',
    '_kombu',
    '_sources',
    '_wires',
  ]);
});

test('a folder of the program without __init__.py is a package, after a module of Lib of that name', () => {
  const files = {
    'main.py':
      'from tools.deep import word\nimport tools, json\nprint(word.x, tools, hasattr(tools, "__file__"), json.dumps(1))',
    'tools/deep/word.py': 'x = 1',
    'json/other.py': '',
  };
  expect(runHeadlessNow({ files }).stdout).toBe("1 <module 'tools' (namespace)> False 1\n");
});

test('platform and os.uname name a Linux', () => {
  const program = `import os, platform
print(platform.system(), platform.machine(), platform.platform(), os.EX_USAGE)
print(os.uname())`;
  expect(runHeadlessNow({ files: { 'main.py': program } }).stdout).toBe(
    `Linux x86_64 Linux-6.1.0-x86_64-with-glibc2.36 64
posix.uname_result(sysname='Linux', nodename='loopscope', release='6.1.0', version='#1 SMP', machine='x86_64')
`,
  );
});
