import { expect, test } from 'vitest';
import { lines } from './run.fixture.ts';

const re = (...expressions: readonly string[]) =>
  lines(['import re', ...expressions.map((expression) => `print(${expression})`)].join('\n'));

test('a greedy repeat gives back, a lazy one takes more, a possessive one does neither', () => {
  expect(re("re.match('a+ab', 'aaab').group()", "re.match('a+?', 'aaa').group()", "re.match('a++ab', 'aaab')")).toEqual(
    ['aaab', 'a', 'None'],
  );
});

test('a group keeps what it took in the last round in which it took part', () => {
  expect(re("re.match('(?:(a)|b)*', 'ab').groups()", "re.match('((a)|(b))+', 'abab').groups()")).toEqual([
    "('a',)",
    "('b', 'a', 'b')",
  ]);
});

test('an empty match is found once at each place and never next to itself', () => {
  expect(re("re.sub('x*', '-', 'abxd')", "[m.span() for m in re.finditer('x*', 'axxb')]")).toEqual([
    '-a-b--d-',
    '[(0, 0), (1, 3), (3, 3), (4, 4)]',
  ]);
});

test('look-around, atomic groups and conditions take no characters back', () => {
  expect(
    re(
      "re.search('(?<=x)y(?!z)', 'xyz xy').start()",
      "re.match('(?>a+)ab', 'aaab')",
      "re.findall(r'(\\()?x(?(1)\\))', '(x) x')",
    ),
  ).toEqual(['5', 'None', "['(', '']"]);
});

test('characters beyond U+FFFF count as one', () => {
  expect(
    re(
      "re.search('b', '\\U0001f600b').span()",
      "re.findall('[\\u0100\\u0300\\u0500]', 'a\\u0300b\\u0500') == ['\\u0300', '\\u0500']",
    ),
  ).toEqual(['(1, 2)', 'True']);
});

test('a long subject does not exhaust the stack', () => {
  expect(re("len(re.match('(?:a|b)*c', 'ab' * 20000 + 'c').group())")).toEqual(['40001']);
});

test('a replacement is a template or a function', () => {
  expect(re("re.sub(r'(\\w)(\\w)', r'\\2\\g<1>', 'abcd')", "re.sub('\\\\d', lambda m: m[0] * 2, 'a1b2')")).toEqual([
    'badc',
    'a11b22',
  ]);
});
