import { expect, test } from 'vitest';
import { messageOf } from './presenter-channel.ts';

test('what is no message of ours is passed over', () => {
  for (const data of [null, 'hello', 7, {}, { kind: 'run' }, { kind: 'notes' }, { kind: 'notes', notes: 1 }])
    expect(messageOf(data)).toBeNull();
});

test('a window may press a few keys and no others', () => {
  expect(messageOf({ kind: 'press', action: 'forward' })).toEqual({ kind: 'press', action: 'forward' });
  expect(messageOf({ kind: 'press', action: 'run' })).toBeNull();
  expect(messageOf({ kind: 'press', action: 'constructor' })).toBeNull();
});
