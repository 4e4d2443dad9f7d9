import { expect, test } from 'vitest';
import { codeWindow, rowsFor } from './code-window.ts';

const ROOM = { rowsMax: 6, columns: 20 };
const PROGRAM = ['import x', '', '@deco', 'def a():', '    one', '    two', '', 'def b():', '    three', '', 'a()'];

test('a program that fits is shown whole', () => {
  expect(codeWindow(['a', 'b'], 2, ROOM)).toEqual({ from: 1, to: 2 });
});

test('while one function runs its lines stay where they are, its decorators with it', () => {
  const first = codeWindow(PROGRAM, 5, ROOM);
  expect(codeWindow(PROGRAM, 6, ROOM)).toEqual(first);
  expect(first.from).toBeLessThanOrEqual(3);
  expect(first.to - first.from + 1).toBe(6);
});

test('the line that is looked at is always among them, and never more rows than fit', () => {
  const long = ['def a():', ...Array.from({ length: 30 }, (_, index) => `    line ${index}`), 'a()'];
  for (let line = 1; line <= long.length; line++) {
    const { from, to } = codeWindow(long, line, ROOM);
    expect(from).toBeLessThanOrEqual(line);
    expect(to).toBeGreaterThanOrEqual(line);
    expect(to - from + 1).toBeLessThanOrEqual(6);
  }
});

test('a line that is longer than a row takes several', () => {
  const { from, to } = codeWindow(['x'.repeat(50), 'y'.repeat(50), 'z'.repeat(50)], 2, ROOM);
  expect(to - from + 1).toBe(2);
});

test('a long line breaks between words', () => {
  expect(rowsFor('aaa bbb ccc', 11)).toBe(1);
  expect(rowsFor('aaa bbb ccc', 10)).toBe(2);
  expect(rowsFor('    return await asyncio.sleep(n)', 24)).toBe(2);
  expect(rowsFor('    x = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 20)).toBe(4);
  expect(rowsFor('', 20)).toBe(1);
});

test('no line at all is the beginning', () => {
  expect(codeWindow(PROGRAM, 0, ROOM).from).toBe(1);
});
