import { expect, test } from 'vitest';
import { emptyWorld } from '../trace/mutable-world.ts';
import type { Connection, WireMessage } from '../trace/world.ts';
import { wires } from './wires.ts';

const MESSAGE: WireMessage = { id: 1, label: 'GET /', size: 9, isForward: true, sentUs: 0, dueUs: 100, request: 0 };
const OPEN: Connection = {
  id: 1,
  kind: 'tcp',
  from: 'localhost',
  to: 'example.com',
  address: '1.2.3.4:80',
  state: 'open',
  sinceUs: 0,
  dueUs: null,
  reason: '',
  client: 0,
  server: 0,
  clientProcess: 1,
  serverProcess: 0,
  clientHolders: [],
  serverHolders: [],
  messages: [MESSAGE],
  arrived: [],
  sentCount: 1,
  trouble: null,
};

function tokenAt(timeUs: number, isForward: boolean): number {
  const connection = { ...OPEN, messages: [{ ...MESSAGE, isForward }] };
  return wires({ ...emptyWorld(), timeUs, connections: [connection] }, 800).rows[0]?.tokens[0]?.x ?? -1;
}

test('a message stands as far along its wire as its time has passed', () => {
  const [start, middle, end] = [0, 50, 100].map((timeUs) => tokenAt(timeUs, true));
  expect(middle).toBe(((start ?? 0) + (end ?? 0)) / 2);
  expect(tokenAt(0, false)).toBe(end);
  expect(tokenAt(100, false)).toBe(start);
});

test('a message that has arrived stays at its end until the next', () => {
  const world = { ...emptyWorld(), timeUs: 500, connections: [{ ...OPEN, messages: [], arrived: [MESSAGE] }] };
  expect(wires(world, 800).rows[0]?.tokens.map(({ isThere }) => isThere)).toEqual([true]);
});

test('each connection has a row, and says how it is', () => {
  const failed: Connection = { ...OPEN, id: 2, state: 'failed', reason: 'connection refused', messages: [] };
  const { rows } = wires({ ...emptyWorld(), connections: [OPEN, failed] }, 800);
  expect(rows.map(({ to, note }) => [to, note])).toEqual([
    ['example.com', '1 message, 1 under way'],
    ['example.com', 'connection refused'],
  ]);
});

test('on a phone the whole wire is seen, with room between the boxes', () => {
  const { box, rows, width } = wires({ ...emptyWorld(), connections: [OPEN] }, 366);
  expect(width).toBe(366);
  const [row] = rows;
  expect((row?.end ?? 0) + box).toBeLessThan(width);
  expect(row?.tokens[0]?.width).toBeLessThan((row?.end ?? 0) - (row?.start ?? 0));
});

test('what went wrong stands where it happened: time at the one who waits, a refusal at the host', () => {
  const connections: readonly Connection[] = [
    { ...OPEN, messages: [], trouble: { kind: 'time', text: 'timed out' } },
    { ...OPEN, id: 2, state: 'failed', messages: [], trouble: { kind: 'refused', text: 'refused' } },
  ];
  const { rows } = wires({ ...emptyWorld(), connections }, 800);
  const [late, refused] = rows.map(({ end, start, trouble }) => ((trouble?.x ?? 0) - start) / (end - start));
  expect(late).toBeLessThan(0.1);
  expect(refused).toBeGreaterThan(0.7);
});

test('messages close behind one another do not cover each other, and none is forgotten', () => {
  const messages = [1, 2, 3, 4, 5, 6].map((id) => ({ ...MESSAGE, id }));
  const { rows } = wires({ ...emptyWorld(), timeUs: 60, connections: [{ ...OPEN, messages }] }, 400);
  const tokens = rows[0]?.tokens ?? [];
  const places = tokens.map(({ x }) => x);
  for (const [index, x] of places.entries()) if (index > 0) expect(x + 76).toBeLessThan(places[index - 1] ?? 0);
  expect(tokens.at(-1)?.label).toContain(`+${6 - tokens.length}`);
});

test('what is over stands below what goes on', () => {
  const connections: readonly Connection[] = [
    { ...OPEN, state: 'closed' },
    { ...OPEN, id: 2 },
  ];
  const { rows } = wires({ ...emptyWorld(), connections }, 800);
  expect(rows.map(({ key }) => key)).toEqual(['connection 2', 'connection 1']);
});
