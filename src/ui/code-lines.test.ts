import { expect, test } from 'vitest';
import { codeLines } from './code-lines.ts';

test('put together, the pieces of all lines are the program', () => {
  const text = 'import asyncio\n\nasync def f():  # why\n\treturn """two\nlines""" + str(1)\n';
  expect(
    codeLines(text)
      .map((line) => line.map((piece) => piece.text).join(''))
      .join('\n'),
  ).toBe(text);
});

test('keywords, names that are defined, strings, numbers and comments are told apart', () => {
  const [line = []] = codeLines("def f(): return 'a' + 1  # b");
  const looks = new Map(line.map(({ look, text }) => [text, look]));
  expect(looks.get('def')).toBe('keyword');
  expect(looks.get('f')).toBe('definition');
  expect(looks.get("'a'")).toBe('string');
  expect(looks.get('1')).toBe('number');
  expect(looks.get('# b')).toBe('comment');
});

test('a string of two lines is a string in both', () => {
  const [first = [], second = []] = codeLines('"""a\nb"""');
  expect([first[0]?.look, second[0]?.look]).toEqual(['string', 'string']);
});
