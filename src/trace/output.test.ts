import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outputPieces } from './output.ts';
import type { OutputLine, Process } from './world.ts';

const PROCESSES: readonly Process[] = [
  { id: 1, parent: 0, pid: 4201, label: 'main.py', status: null, sinceUs: 0, replaces: 0 },
  { id: 2, parent: 1, pid: 4202, label: 'web.1', status: null, sinceUs: 0, replaces: 0 },
];

function shown(lines: readonly (readonly [process: number, text: string])[], processes = PROCESSES): string {
  const output = lines.map(([process, text], index): OutputLine => ({ stream: 1, text, process, position: index }));
  return outputPieces(output, { processes })
    .map(({ prefix, text }) => (prefix === '' ? text : `${prefix}|${text}`))
    .join('');
}

test('one process needs no name', () => {
  expect(
    shown(
      [
        [1, 'a'],
        [1, 'b\n'],
      ],
      [],
    ),
  ).toBe('ab\n');
});

test('each line says who wrote it, by the name that its lane has', () => {
  expect(
    shown([
      [1, 'a\nb\n'],
      [2, 'c\n'],
    ]),
  ).toBe('main.py|a\nmain.py|b\nweb.1|c\n');
});

test('who alone has written needs no name, unless it has one in the Procfile', () => {
  expect(shown([[1, 'a\n']])).toBe('a\n');
  expect(shown([[2, 'a\n']])).toBe('web.1|a\n');
});

test('a line is not shared by two processes', () => {
  expect(
    shown([
      [1, 'a'],
      [1, 'b'],
      [2, 'c\n'],
      [1, 'd\n'],
    ]),
  ).toBe('main.py|ab\nweb.1|c\nmain.py|d\n');
});

test('whatever is written in whatever pieces, every line has one name and nothing is lost', () => {
  const piece = fc.tuple(fc.constantFrom(1, 2), fc.stringMatching(/^[ab\n]{1,5}$/));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (more) => {
      const lines = [[1, 'a\n'], [2, 'b\n'], ...more] as const;
      const text = shown(lines);
      for (const line of text.split('\n')) expect(line).toMatch(/^$|^(?:main\.py|web\.1)\|[ab]*$/);
      const letters = (whole: string) => whole.replace(/main.py\||web\.1\||\n/g, '').length;
      expect(letters(text)).toBe(letters(lines.map(([, part]) => part).join('')));
    }),
  );
});
