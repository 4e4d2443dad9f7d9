import { expect, test } from 'vitest';
import { compareTraces, diffLines } from './compare.ts';
import { traceFromText } from './from-text.ts';
import type { OutputLine } from './world.ts';

const lines = (text: string): OutputLine[] =>
  [...text].map((letter) => ({ text: letter, stream: 1, position: 0, process: 1 }) as OutputLine);

const drawn = (left: string, right: string): string =>
  diffLines(lines(left), lines(right))
    .map(({ left: a, right: b }) => (a !== null && b !== null ? a.text : a !== null ? `-${a.text}` : `+${b?.text}`))
    .join(' ');

test('lines that only one run prints stand alone, between what both print', () => {
  expect(drawn('abcd', 'abcd')).toBe('a b c d');
  expect(drawn('abcde', 'axcye')).toBe('a -b +x c -d +y e');
  expect(drawn('ab', '')).toBe('-a -b');
  expect(drawn('', 'ab')).toBe('+a +b');
  expect(drawn('aab', 'ab')).toBe('a -a b');
});

test('two runs are the same up to the first event that differs, and their tasks are paired by name', () => {
  const left = traceFromText('a c>.>$\nb c>$');
  const right = traceFromText('a c>.>!\nc c>$');
  const { common, tasks } = compareTraces(left, right);
  expect(common).toBeGreaterThan(0);
  expect(compareTraces(left, right, common).common).toBe(common);
  expect(compareTraces(left, left).common).toBe(left.length);
  expect(tasks.map(({ left: a, name, right: b }) => [name, a?.state ?? null, b?.state ?? null])).toEqual([
    ['a', 'done', expect.anything()],
    ['b', 'done', null],
    ['c', null, 'done'],
  ]);
});
