import { expect, test } from 'vitest';
import { Lab, type Options, table } from './broker.fixture.ts';
import { headersMatch, topicMatches } from './routing.ts';

const PATTERNS = ['a.*.c', 'a.#', '#', '*.b', 'a.#.c', '#.c', '*'];

test.each([
  ['a', 'a.# # *'],
  ['a.b', 'a.# # *.b'],
  ['a.b.c', 'a.*.c a.# # a.#.c #.c'],
  ['a.b.b.c', 'a.# # a.#.c #.c'],
  ['a.c', 'a.# # a.#.c #.c'],
  ['c', '# #.c *'],
  ['', '#'],
])('the key %j is matched by %s', (key, matching) => {
  expect(PATTERNS.filter((pattern) => topicMatches(pattern, key)).join(' ')).toBe(matching);
});

test.each<[Options, Options, boolean]>([
  [{}, {}, true],
  [{ 'x-match': 'any' }, { a: 1 }, false],
  [{ a: 1 }, { a: 1, b: 2 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: 1, b: 2 }, { a: 1 }, false],
  [{ 'x-match': 'any', a: 1, b: 2 }, { a: 1 }, true],
  [{ a: null }, { a: 'whatever' }, true],
  [{ a: null }, { b: 1 }, false],
  [{ 'x-a': 1 }, {}, true],
  [{ 'x-match': 'all-with-x', 'x-a': 1 }, {}, false],
  [{ 'x-match': 'any-with-x', 'x-a': 1, b: 1 }, { 'x-a': 1 }, true],
])('headers bound with %j and given %j match: %s', (wanted, given, matches) => {
  expect(headersMatch(table(wanted), table(given))).toBe(matches);
});

test('a queue gets a message once, however many of its bindings match', () => {
  const lab = new Lab();
  const client = lab.client();
  client.queue('q');
  for (const key of ['#', 'a.*', 'a.b']) client.bind('q', 'amq.topic', key);
  client.publish('amq.topic', 'a.b', 'm');
  expect(lab.ready('q')).toBe('m');
});

test('an alternate exchange gets what nothing else matches', () => {
  const lab = new Lab();
  const client = lab.client();
  client.exchange('main', 'direct', { 'alternate-exchange': 'amq.fanout' });
  client.queue('known');
  client.queue('rest');
  client.bind('known', 'main', 'k');
  client.bind('rest', 'amq.fanout');
  client.publish('main', 'k', '1');
  client.publish('main', 'other', '2');
  expect([lab.ready('known'), lab.ready('rest')]).toEqual(['1', '2']);
});
