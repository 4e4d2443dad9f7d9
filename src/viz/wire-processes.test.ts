import { expect, test } from 'vitest';
import { emptyWorld, type MutableWorld } from '../trace/mutable-world.ts';
import type { Connection, Process } from '../trace/world.ts';
import { columnsOf } from './wire-columns.ts';
import { processWires } from './wire-graph.ts';
import { endsOf } from './wire-processes.ts';

const process = (id: number, label: string, changes: Partial<Process> = {}): Process => ({
  ...{ id, label, parent: id === 1 ? 0 : 1, pid: 4200 + id, status: null, sinceUs: 0, replaces: 0 },
  ...changes,
});

const connection = (id: number, changes: Partial<Connection>): Connection => ({
  ...{ id, kind: 'tcp', from: 'localhost', to: 'localhost', address: '127.0.0.1:5000', state: 'open' },
  ...{ sinceUs: 0, dueUs: null, reason: '', client: 0, server: 0, clientProcess: 3, serverProcess: 0 },
  ...{ clientHolders: [3], serverHolders: [2], messages: [], arrived: [], sentCount: 0, trouble: null },
  ...changes,
});

/** A Procfile, a server and a client that is connected with it. */
function served(changes: Partial<MutableWorld> = {}): MutableWorld {
  return {
    ...emptyWorld(),
    processes: [process(1, 'Procfile'), process(2, 'web.1'), process(3, 'client.1')],
    listeners: [{ id: 1, address: '127.0.0.1:5000', processes: [2] }],
    connections: [connection(1, {})],
    ...changes,
  };
}

test('who asks stands left of who answers, and the line goes from one to the other', () => {
  const { boxes, lines } = processWires(served(), 1200);
  const [client, web, rest] = boxes;
  expect([client, web, rest].map((box) => box?.title)).toEqual(['client.1', 'web.1', 'Procfile']);
  expect(client?.x).toBeLessThan(web?.x ?? 0);
  expect(rest?.ends).toEqual([]);
  const [from, to] = [client?.ends[0]?.y, web?.ends[1]?.y];
  expect(lines[0]?.path).toMatch(
    new RegExp(`^M${(client?.x ?? 0) + (client?.width ?? 0)} ${from}C.* ${web?.x} ${to}$`),
  );
});

test('a box says what its process does, and where it listens', () => {
  const web = processWires(served(), 1200).boxes[1];
  expect(web?.lines.map(({ text }) => text)).toEqual(['4202 · begins']);
  expect(web?.ends.map(({ look, text }) => [look, text])).toEqual([
    ['listener', 'listens at 127.0.0.1:5000'],
    ['socket', 'socket'],
  ]);
});

test('one that was killed and started again is one box, with what came before', () => {
  const killed = process(2, 'web.1', { status: -9, sinceUs: 1_000_000 });
  const before = served({ processes: [process(1, 'Procfile'), killed, process(3, 'client.1')] });
  const box = (world: MutableWorld) => processWires(world, 1200).boxes.find(({ title }) => title === 'web.1');
  expect(box(before)?.lines.map(({ text }) => text)).toEqual(['4202 · was killed by SIGKILL at', '1\u00a0s']);
  const again = { ...before, processes: [...before.processes, process(4, 'web.1', { replaces: 2 })] };
  expect(processWires(again, 1200).boxes.map(({ title }) => title)).toEqual(['client.1', 'web.1', 'Procfile']);
  expect(box(again)?.lines.map(({ text }) => text)).toEqual([
    '4204 · begins',
    'restarted: 4202 was killed by',
    'SIGKILL',
  ]);
});

test('a link that is cut is marked where it runs, and so is one that was healed', () => {
  const cutAt = (isCut: boolean) =>
    served({ links: [{ from: 'localhost', to: '127.0.0.1:5000', isCut, sinceUs: 2_000_000 }] });
  const [cut, healed] = [true, false].map((isCut) => processWires(cutAt(isCut), 1200).lines[0]?.cut);
  expect([cut?.text, cut?.isCut]).toEqual(['cut at 2 s', true]);
  expect([healed?.text, healed?.isCut]).toEqual(['healed at 2 s', false]);
});

test('an end of a pipe that several have open belongs to the one that has not the other', () => {
  const pipe = { kind: 'pipe', clientProcess: 1, serverProcess: 0 } as const;
  const ends = (clientHolders: readonly number[], serverHolders: readonly number[]) =>
    Object.values(endsOf(connection(1, { ...pipe, clientHolders, serverHolders })));
  expect(ends([1], [1])).toEqual([1, 1]);
  expect(ends([1, 2], [1])).toEqual([2, 1]);
  expect(ends([1], [1, 2])).toEqual([1, 2]);
  expect(ends([2], [1])).toEqual([2, 1]);
});

test('connections that are over in the same way are one line', () => {
  const over = (id: number) => connection(id, { state: 'failed', reason: 'connection refused', serverHolders: [] });
  const { boxes, lines } = processWires(served({ listeners: [], connections: [over(1), over(2)] }), 1200);
  expect(lines.map(({ note }) => note?.text)).toEqual(['connection refused, 2 times']);
  expect(boxes.map(({ lines: [line], title }) => [title, line?.text])).toContainEqual([
    '127.0.0.1:5000',
    'nobody listened here',
  ]);
});

test('an arrow that would close a circle does not count', () => {
  const arrows = ['ab', 'bc', 'ca'].map(([from = '', to = '']) => ({ from, to }));
  expect(columnsOf(['a', 'b', 'c', 'd'], arrows, 4)).toEqual([['a', 'd'], ['b'], ['c']]);
});
