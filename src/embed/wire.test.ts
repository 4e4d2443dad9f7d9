import { expect, test } from 'vitest';
import type { Wish } from './messages.ts';
import { createWire, type Heard } from './wire.ts';

function wired() {
  const posted: [unknown, string][] = [];
  const wishes: Wish[] = [];
  const around = { postMessage: (message: unknown, origin: string) => posted.push([message, origin]) };
  let hear: (heard: Heard) => void = () => {};
  let now = 0;
  const wire = createWire({
    around,
    listen: (listener) => {
      hear = listener;
    },
    nowMs: () => now,
  });
  wire.onWish((wish) => wishes.push(wish));
  const say = (data: unknown, source: unknown = around, origin = 'https://course.example') =>
    hear({ data, source, origin });
  return { wire, posted, wishes, say, wait: (ms: number) => (now += ms) };
}

const PING = { loopscope: 1, type: 'ping' };
const MOMENT = { type: 'moment', anchor: 'main#1:resume', t: 0, step: 3 } as const;

test('S10: another window than the parent is not heard, nor is another schema', () => {
  const { say, wishes } = wired();
  say(PING, { postMessage: () => undefined });
  say(PING, null);
  say({ loopscope: 2, type: 'play' });
  expect(wishes).toEqual([]);
  say(PING);
  expect(wishes).toEqual([{ type: 'ping' }]);
});

test('S10: of a flood of messages the first ones are heard, and later ones again', () => {
  const { say, wait, wishes } = wired();
  for (let each = 0; each < 10_000; each++) say({ loopscope: 1, type: 'step' });
  expect(wishes).toHaveLength(60);
  wait(1_000);
  say({ loopscope: 1, type: 'pause' });
  expect(wishes.at(-1)).toEqual({ type: 'pause' });
});

test('where the reader looks is told to the page that has asked, and to no other', () => {
  const { posted, say, wire } = wired();
  wire.tell({ type: 'ready', v: 1 });
  wire.tell(MOMENT);
  expect(posted).toEqual([[{ loopscope: 1, type: 'ready', v: 1 }, '*']]);
  say(PING);
  wire.tell(MOMENT);
  expect(posted.at(-1)).toEqual([{ loopscope: 1, ...MOMENT }, 'https://course.example']);
});

test('a page that is sandboxed itself has no origin to be named', () => {
  const posted: string[] = [];
  const around = { postMessage: (_message: unknown, origin: string) => posted.push(origin) };
  const wire = createWire({
    around,
    listen: (listener) => listener({ data: PING, source: around, origin: 'null' }),
    nowMs: () => 0,
  });
  wire.tell(MOMENT);
  expect(posted).toEqual(['*']);
});
