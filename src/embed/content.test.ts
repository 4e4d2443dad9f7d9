import { expect, test } from 'vitest';
import { encodeLink } from '../scenario/link.ts';
import { DEFAULT_SCENARIO, type Scenario, scenarioOf } from '../scenario/scenario.ts';
import { GALLERY } from '../ui/gallery.ts';
import { readContent, shownPart } from './content.ts';

const FULL: Scenario = {
  ...scenarioOf('print(1)\n'),
  ...{ title: 'One', author: 'Ann', licence: 'CC0-1.0', settings: { seed: 7 } },
  view: { moment: { anchor: 'main#1:resume', step: 0, timeUs: 0 }, panes: ['loop'], speed: 8, mode: 'present' },
  breakpoints: [{ file: 'main.py', line: 1, condition: 'print(2)' }],
  questions: [{ at: { anchor: 'main#1:resume', step: 0, timeUs: 0 }, kind: 'next', prompt: 'Who?' }],
  engine: { version: '1.4', python: '3.14', fingerprint: 'ab' },
};

test('S12: a frame takes the program, its settings, its moment and its questions, and nothing else', () => {
  expect(shownPart(FULL)).toEqual({
    ...DEFAULT_SCENARIO,
    ...{ title: 'One', author: 'Ann', files: FULL.files, settings: { seed: 7 }, questions: FULL.questions },
    view: { ...DEFAULT_SCENARIO.view, moment: FULL.view.moment },
  });
});

test('the way into the page leads to the whole scenario, at the moment that is asked for', async () => {
  const link = await encodeLink(FULL);
  const content = await readContent(link.ok ? link.hash : '', GALLERY);
  const moment = { anchor: 'main#2:resume', step: 9, timeUs: 5 };
  const there = await encodeLink({ ...FULL, view: { ...FULL.view, moment } });
  expect(content.ok && (await content.hashAt(moment))).toBe(there.ok && there.hash);
  expect(content.ok && content.moment).toEqual(FULL.view.moment);
});

test('a damaged link, and none, are told by their codes', async () => {
  const codes = await Promise.all(['', '#1abc', '#1!!z', '#9xz'].map((hash) => readContent(hash, GALLERY)));
  expect(codes.map((content) => !content.ok && content.code)).toEqual(['EMPTY', 'TRUNCATED', 'ALPHABET', 'NEWER']);
});
