import { expect, test } from 'vitest';
import type { Intervention } from '../scenario/intervention.ts';
import type { TraceEvent } from '../trace/events.ts';
import { traceFromEvents } from '../trace/from-text.ts';
import { worldAfter } from '../trace/trace.ts';
import { browsersAt, hostAt, pressTime } from './browsers.ts';

const EVENTS: readonly TraceEvent[] = [
  { kind: 'process.started', process: 1, parent: 0, pid: 4201, label: 'Procfile' },
  { kind: 'process.started', process: 2, parent: 1, pid: 4202, label: 'web.1' },
  { kind: 'listener.changed', listener: 1, via: 0, address: '0.0.0.0:8888', processes: [2] },
  { kind: 'process.started', process: 3, parent: 1, pid: 4203, label: 'browser-1' },
  { kind: 'clock.advanced', time: 70_000_000, by: 0 },
  { kind: 'processes.stopAsked', processes: [2, 3], signal: 15, since: 3_000_000 },
  { kind: 'process.ended', process: 2, status: -15 },
];
const at = (position: number) => worldAfter(traceFromEvents(EVENTS, []), position);
const press = (client: string): Intervention => ({ kind: 'client', client, act: 'get', text: '', position: 1 });

test('there is always one more browser that can be opened', () => {
  expect(browsersAt(at(3), [])).toEqual([{ name: 'browser-1', isThere: false }]);
  expect(browsersAt(at(4), [press('browser-1')])).toEqual([
    { name: 'browser-1', isThere: true },
    { name: 'browser-2', isThere: false },
  ]);
  expect(browsersAt(at(4), [press('browser-2')]).map(({ name }) => name)).toEqual(['browser-2', 'browser-3']);
});

test('the address is that of the newest server, or the usual one', () => {
  expect(hostAt(at(2))).toBe('localhost:8000');
  expect(hostAt(at(3))).toBe('localhost:8888');
});

test('a press is done where the reader stands, and before the servers were asked to end', () => {
  expect(pressTime(at(4))).toEqual({ position: 4 });
  expect(pressTime(at(7))).toEqual({ timeUs: 4_000_000 });
});
