import { expect, test } from 'vitest';
import { suspiciousCharacters, suspiciousTexts } from './hidden.ts';
import { scenarioOf } from './scenario.ts';

test('a direction override is found, with its place', () => {
  expect(suspiciousCharacters('a = 1\nb = "\u202e"')).toEqual([
    { kind: 'direction', code: 'U+202E', index: 11, line: 2, column: 6 },
  ]);
});

test('zero-width, filler, tag and control characters are found', () => {
  const found = suspiciousCharacters('\u200b\u3164\u{e0041}\u0000\u2028\ufeff');
  expect(found.map(({ kind }) => kind)).toEqual([
    'invisible',
    'invisible',
    'invisible',
    'control',
    'invisible',
    'invisible',
  ]);
});

test('ordinary text of any script, tabs, line ends and emoji are left alone', () => {
  expect(suspiciousCharacters('κόσμε שלום 世界\t\r\n👩‍💻 ❤️ ☕️ 1️⃣ 👍🏽 é')).toEqual([]);
});

test('a joiner or selector that belongs to no emoji is found', () => {
  expect(suspiciousCharacters('x\u200dy 1\ufe0f').map(({ code }) => code)).toEqual(['U+200D', 'U+FE0F']);
});

test('at most two hundred are listed, and a quarter of a megabyte takes no time', () => {
  expect(suspiciousCharacters('\n\u200b'.repeat(100_000))).toHaveLength(200);
});

test('every text of a scenario that is shown is looked at', () => {
  const scenario = { ...scenarioOf('print(1)\u2066'), title: '\u202etitle' };
  expect(suspiciousTexts(scenario).map(({ where }) => where)).toEqual(['title', 'main.py']);
});
