/**
 * What CPython 3.14.2 says about programs with a mistake in them, recorded in mistakes.json: the program, then type,
 * message, line, column, end line and end column of the SyntaxError; nothing where the program is in order.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadLateModules } from '../modules/late-modules.ts';
import type { SyntaxProblem } from '../syntax/problem.ts';
import { compileText } from './compile.ts';

// The names of characters.
await loadLateModules(['unicodedata']);

type Row = readonly [program: string, ...problem: (string | number)[]];
const rows = JSON.parse(readFileSync(new URL('mistakes.json', import.meta.url), 'utf8')) as Row[];
const cases = rows.map(([program, ...expected]) => ({ program, expected }));

test.each(cases)('$program is judged as CPython judges it', ({ program, expected }) => {
  const result = compileText(program, { filename: 'f.py', mode: 'exec', recordLines: false });
  expect(result.ok ? [] : summary(result.error)).toEqual(expected);
});

function summary(error: SyntaxProblem): (string | number)[] {
  return [error.type, error.message, error.line, error.column, error.endLine, error.endColumn];
}

test('a mistake comes with the line it is in', () => {
  const result = compileText('a = 1\nb = (2\n', { filename: 'f.py', mode: 'exec', recordLines: false });
  expect(result).toMatchObject({ error: { filename: 'f.py', line: 2, lineText: 'b = (2\n' } });
});

test('columns of messages count code points', () => {
  const result = compileText("f('\u{1f600}' y)\n", { filename: 'f.py', mode: 'exec', recordLines: false });
  expect(result).toMatchObject({ error: { column: 3, endColumn: 8 } });
});

test('mistakes in deep nests are found in reasonable time', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['f(a=', ')'],
    ['{a: ', '}'],
    ['a[', ']'],
    ['(b for c in ', ')'],
  ]) {
    const result = compileText(`x = ${open?.repeat(100)}a${close?.repeat(100)} y`, {
      filename: 'f.py',
      mode: 'exec',
      recordLines: false,
    });
    expect(result).toMatchObject({ error: { message: 'invalid syntax' } });
  }
}, 2000);
