import { expect, test } from 'vitest';
import { planned, readEnvironment, readFormation, readProcfile } from './procfile.ts';

test('a line of a Procfile is a name and a command; all other lines say nothing', () => {
  const text =
    '# the parts\nweb: python web.py\r\n\nclient-1:python c.py --to web:5000\n  indented: no\nnot a line\nempty:\n';
  expect(readProcfile(text)).toEqual({
    ok: true,
    entries: [
      { name: 'web', command: 'python web.py' },
      { name: 'client-1', command: 'python c.py --to web:5000' },
    ],
  });
});

test('a Procfile that cannot be run says why, at its line', () => {
  expect(readProcfile('a: x\n\na: y')).toMatchObject({
    ok: false,
    line: 3,
    sentence: expect.stringContaining('two processes named a'),
  });
  expect(readProcfile('# nothing')).toMatchObject({ ok: false, line: 1 });
  const many = Array.from({ length: 17 }, (_, index) => `p${index}: true`).join('\n');
  expect(readProcfile(many)).toMatchObject({ ok: false, line: 17 });
});

test('a formation says how many of each are started; ports are those of Honcho', () => {
  const entries = [
    { name: 'web', command: 'w' },
    { name: 'beat', command: 'b' },
    { name: 'worker', command: 'x' },
  ];
  const plan = planned(entries, [
    { process: 'web', count: 2 },
    { process: 'beat', count: 0 },
    { process: 'unknown', count: 3 },
  ]);
  expect(plan.map(({ name, port }) => [name, port])).toEqual([
    ['web.1', 5000],
    ['web.2', 5001],
    ['worker.1', 5200],
  ]);
});

test('a formation in words is read as honcho reads it', () => {
  expect(readFormation('web=2, worker=0')).toEqual([
    { process: 'web', count: 2 },
    { process: 'worker', count: 0 },
  ]);
  for (const bad of ['', 'web', 'web=', 'web=-1', 'web=17', 'web=1,web=2', 'we b=1'])
    expect(readFormation(bad)).toBeNull();
});

test('.env gives variables, with quotes as in a shell; what is no assignment says nothing', () => {
  const text = `# settings
DEBUG=1
export HOST = localhost
NAME='two words' # why not
SAID="a \\"quoted\\" word"
EMPTY=
LINES="one\\ntwo"
not an assignment
9LIVES=no
`;
  expect([...readEnvironment(text)]).toEqual([
    ['DEBUG', '1'],
    ['HOST', 'localhost'],
    ['NAME', 'two words'],
    ['SAID', 'a "quoted" word'],
    ['EMPTY', ''],
    ['LINES', 'one\ntwo'],
  ]);
});
