import { expect, test } from 'vitest';
import { readScenarioFile, writeScenarioFile } from './file.ts';
import { scenarioOf } from './scenario.ts';

const SCENARIO = {
  ...scenarioOf('print("世界")\n'),
  title: 'Two\nlines',
  settings: { seed: 3 },
};

function written(): string {
  const file = writeScenarioFile(SCENARIO);
  if (!file.ok) throw new Error(file.sentence);
  return file.text;
}

test('a file is the short form, readable, sorted, with its version', () => {
  expect(JSON.parse(written())).toEqual({
    f: [['main.py', 'print("世界")\n']],
    s: { seed: 3 },
    t: 'Two\nlines',
    v: 1,
  });
  expect(written()).toMatch(/^\{\n {2}"f": \[/);
});

test('a file opens again, with a byte order mark or other line ends too', () => {
  for (const text of [written(), `\ufeff${written()}`, written().replaceAll('\n', '\r\n')]) {
    expect(readScenarioFile(text)).toEqual({ ok: true, scenario: SCENARIO });
  }
});

test('a file without a version is of the current one', () => {
  expect(readScenarioFile('{"f":[["main.py",""]]}')).toMatchObject({
    ok: true,
  });
});

test.each([
  ['', 'JSON'],
  ['null', 'SCHEMA'],
  ['[]', 'SCHEMA'],
  ['{"v":"1"}', 'SCHEMA'],
  ['{"v":0}', 'SCHEMA'],
  ['{"v":1}', 'SCHEMA'],
  ['{"v":5}', 'NEWER'],
  ['['.repeat(10), 'TOO_BIG'],
  [' '.repeat(262_145), 'TOO_BIG'],
  ['世'.repeat(100_000), 'TOO_BIG'],
])('the file %.12j is refused as %s', (text, code) => {
  expect(readScenarioFile(text)).toMatchObject({ ok: false, code });
});

test('a program longer than any link may hold fits a file, up to 256 KiB', () => {
  expect(writeScenarioFile(scenarioOf('x'.repeat(200_000)))).toMatchObject({
    ok: true,
  });
  expect(writeScenarioFile(scenarioOf('x'.repeat(262_144)))).toMatchObject({
    ok: false,
    code: 'TOO_BIG',
  });
});
