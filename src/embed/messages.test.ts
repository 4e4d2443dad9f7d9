import { expect, test } from 'vitest';
import { messageOf, readWish } from './messages.ts';

test('wishes of schema 1 are read', () => {
  const read = (fields: object) => readWish({ loopscope: 1, ...fields });
  expect(read({ type: 'ping' })).toEqual({ type: 'ping' });
  expect(read({ type: 'step', extra: 1 })).toEqual({ type: 'step' });
  expect(read({ type: 'theme', theme: 'auto' })).toEqual({ type: 'theme', theme: 'system' });
  expect(read({ type: 'goto', anchor: 'main#2:resume;t=5;s=9' })).toEqual({
    type: 'goto',
    moment: { anchor: 'main#2:resume', timeUs: 5, step: 9 },
  });
});

test('whatever else there is, is no wish', () => {
  const wrong: readonly unknown[] = [
    ...[undefined, null, 0, 'ping', [], ['ping'], {}, { type: 'ping' }, { loopscope: 2, type: 'ping' }],
    ...[
      { loopscope: '1', type: 'ping' },
      { loopscope: 1, type: 'run' },
      { loopscope: 1, type: 'constructor' },
    ],
    ...[
      { loopscope: 1, type: 'goto' },
      { loopscope: 1, type: 'goto', anchor: { toString: () => 'main#1:resume' } },
    ],
    ...[
      { loopscope: 1, type: 'goto', anchor: 'x'.repeat(10_000) },
      { loopscope: 1, type: 'theme', theme: 'url(x)' },
    ],
    Object.create({ loopscope: 1, type: 'ping' }),
    JSON.parse('{"__proto__":{"loopscope":1,"type":"ping"}}'),
  ];
  expect(wrong.map(readWish)).toEqual(wrong.map(() => null));
});

test('a message is plain data that says its schema', () => {
  const message = messageOf({ type: 'moment', anchor: 'main#1:resume', t: 1.5, step: 14 });
  expect(structuredClone(message)).toEqual({
    ...{ loopscope: 1, type: 'moment', anchor: 'main#1:resume', t: 1.5, step: 14 },
  });
});
