/**
 * The table of failures, as the guarantee lab shows it: what becomes of three orders when something is killed at a certain point, with
 * which broker and which switches. F1 to F12 are its rows.
 */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import { actsAt, type KillPoint, killPoints } from '../../lab/kill-points.ts';
import { type Verdict, verdictOf } from '../../lab/verdict.ts';
import type { Intervention } from '../../scenario/intervention.ts';
import { labScenario } from '../../scenario/lab/program.ts';
import { fitting, type LabBroker, type LabSetting, type Switch, type Victim } from '../../scenario/lab/setting.ts';
import type { TraceEvent } from '../../trace/events.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween } from '../../trace/trace.ts';

vi.setConfig({ testTimeout: 120_000 });

function run(setting: LabSetting, interventions: readonly Intervention[] = []): readonly TraceEvent[] {
  let trace = EMPTY_TRACE;
  runHeadlessNow({
    files: Object.fromEntries(labScenario(setting).files.map(({ name, text }) => [name, text])),
    interventions,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return eventsBetween(trace, 0, trace.length);
}

const usual = new Map<string, readonly TraceEvent[]>();

/** The run in which nothing is killed. */
function usualRun(setting: LabSetting): readonly TraceEvent[] {
  const key = JSON.stringify(fitting(setting));
  const events = usual.get(key) ?? run(setting);
  usual.set(key, events);
  return events;
}

/** Short names for the moments that the table speaks of; each is about the first order. */
const MOMENTS = {
  'two are sent': 'envelope.stored',
  'all are sent': 'envelope.stored',
  'given to the worker': 'envelope.delivered',
  'being worked on': 'envelope.began',
  'charged, and not over': 'celeryTask.changed',
} as const satisfies Record<string, TraceEvent['kind']>;
type MomentName = keyof typeof MOMENTS;

function isIt(name: MomentName, event: TraceEvent): boolean {
  if (event.kind !== MOMENTS[name]) return false;
  if (event.kind === 'celeryTask.changed') return event.state === 'SUCCESS';
  if (event.kind !== 'envelope.stored') return true;
  return event.label.includes(name === 'two are sent' ? '2' : '3');
}

function pointAt(setting: LabSetting, name: MomentName): KillPoint {
  const events = usualRun(setting);
  const position = events.findIndex((event) => isIt(name, event)) + 1;
  // What the victim cannot be hit at is hit as soon as there is one.
  const points = killPoints(events, setting.victim);
  const found = points.findLast((point) => point.position <= position) ?? points[0];
  if (found === undefined) throw new Error(`${name}: nobody to kill`);
  return found;
}

/** `charged: 0 1 1`, and what else there is to say. */
function shown({ deadLettered, failed, orders }: Verdict): string {
  const notes = [failed > 0 ? `${failed} FAILURE` : '', deadLettered > 0 ? `${deadLettered} dead` : ''];
  return [orders.map(({ charges }) => charges).join(' '), ...notes].filter((part) => part !== '').join(', ');
}

type Row = readonly [row: string, victim: Victim, at: MomentName, on: readonly Switch[], outcome: string];

const SAFE = ['durable', 'persistent'] as const;

const TABLE: Readonly<Record<LabBroker, readonly Row[]>> = {
  redis: [
    ['F1', 'producer', 'two are sent', [], '1 1 0'],
    ['F3', 'broker', 'all are sent', [], '0 0 0'],
    ['F3', 'broker', 'all are sent', ['durable'], '1 1 1'],
    ['F5', 'worker', 'given to the worker', [], '1 1 1'],
    ['F6', 'child', 'being worked on', [], '0 1 1, 1 FAILURE'],
    ['F6', 'child', 'being worked on', ['late-ack'], '0 1 1, 1 FAILURE'],
    ['F6', 'child', 'being worked on', ['late-ack', 'reject-on-lost'], '1 1 1'],
    ['F7', 'worker', 'being worked on', [], '0 1 1'],
    ['F7', 'worker', 'being worked on', ['late-ack'], '1 1 1'],
    ['F8', 'worker', 'charged, and not over', [], '1 1 1'],
    ['F8', 'worker', 'charged, and not over', ['late-ack'], '2 1 1'],
    ['F8', 'worker', 'charged, and not over', ['late-ack', 'idempotent'], '1 1 1'],
  ],
  rabbitmq: [
    ['F1', 'producer', 'two are sent', [...SAFE, 'confirms'], '1 1 0'],
    ['F3', 'broker', 'being worked on', SAFE, '1 0 0'],
    ['F3', 'broker', 'being worked on', [...SAFE, 'confirms'], '1 1 1'],
    // The third is there, but its sender has not heard of it, and sends it again.
    ['F3', 'broker', 'all are sent', [...SAFE, 'confirms'], '1 1 2'],
    ['F4', 'broker', 'all are sent', [], '0 0 0'],
    ['F4', 'broker', 'all are sent', ['durable'], '0 0 0'],
    ['F5', 'worker', 'given to the worker', [], '1 1 1'],
    ['F6', 'child', 'being worked on', [], '0 1 1, 1 FAILURE'],
    ['F6', 'child', 'being worked on', ['late-ack'], '0 1 1, 1 FAILURE'],
    ['F6', 'child', 'being worked on', ['late-ack', 'reject-on-lost'], '1 1 1'],
    ['F7', 'worker', 'being worked on', [...SAFE, 'confirms'], '0 1 1'],
    ['F7', 'worker', 'being worked on', ['late-ack'], '1 1 1'],
    ['F8', 'worker', 'charged, and not over', ['late-ack'], '2 1 1'],
    ['F8', 'worker', 'charged, and not over', ['late-ack', 'idempotent'], '1 1 1'],
  ],
  sqs: [
    ['F1', 'producer', 'two are sent', [], '1 1 0'],
    ['F5', 'worker', 'given to the worker', [], '1 1 1'],
    ['F6', 'child', 'being worked on', ['late-ack'], '0 1 1, 1 FAILURE'],
    ['F6', 'child', 'being worked on', ['late-ack', 'reject-on-lost'], '1 1 1'],
    ['F7', 'worker', 'being worked on', ['late-ack'], '1 1 1'],
    ['F8', 'worker', 'charged, and not over', ['late-ack'], '2 1 1'],
  ],
  memory: [
    ['F5', 'worker', 'given to the worker', [], '0 0 0'],
    ['F6', 'child', 'being worked on', ['late-ack'], '0 1 1, 1 FAILURE'],
    ['F7', 'worker', 'being worked on', ['late-ack', 'reject-on-lost'], '0 0 0'],
    ['F8', 'worker', 'charged, and not over', ['late-ack'], '1 0 0'],
  ],
  channels: [
    ['F1', 'producer', 'two are sent', [], '1 1 0'],
    ['F3', 'broker', 'being worked on', [], '1 0 0'],
    ['F3', 'broker', 'being worked on', ['durable'], '1 1 1'],
    ['F7', 'worker', 'being worked on', ['durable'], '0 1 1'],
  ],
};

const ROWS = Object.entries(TABLE).flatMap(([broker, rows]) =>
  rows.map(([row, victim, at, on, outcome]) => ({ broker: broker as LabBroker, row, victim, at, on, outcome })),
);

test.each(ROWS)('$row $broker, $on: the $victim is killed, $at: $outcome', ({ at, broker, on, outcome, victim }) => {
  const setting = { broker, on, victim };
  expect(shown(verdictOf(usualRun(setting)))).toBe('1 1 1');
  expect(shown(verdictOf(run(setting, actsAt(pointAt(setting, at), victim))))).toBe(outcome);
});

test('F12 a poison order fails once, goes round for ever where it is rejected, and stands aside in the end', () => {
  const of = (broker: LabBroker, on: readonly Switch[]) => verdictOf(run({ broker, victim: 'poison', on }));
  expect(shown(of('redis', ['late-ack']))).toBe('1 0 1, 1 FAILURE');
  const poisoned = of('rabbitmq', ['durable', 'late-ack', 'reject-on-lost']);
  expect(shown(poisoned)).toBe('1 0 1');
  expect(poisoned.redelivered).toBeGreaterThan(5);
  expect(shown(of('rabbitmq', ['durable', 'late-ack', 'reject-on-lost', 'dead-letter']))).toBe('1 0 1, 1 dead');
  expect(shown(of('sqs', ['late-ack', 'reject-on-lost', 'dead-letter']))).toBe('1 0 1, 1 dead');
});

test('a kill between two points has the same outcome as one at the first', () => {
  const setting: LabSetting = { broker: 'redis', victim: 'worker', on: ['late-ack'] };
  const events = usualRun(setting);
  const points = killPoints(events, setting.victim);
  const timeAt = (position: number) =>
    events.slice(0, position).reduce((time, event) => (event.kind === 'clock.advanced' ? event.time : time), 0);
  const betweens = points.flatMap((point, index) => {
    const next = points[index + 1]?.position ?? point.position;
    return next - point.position > 1 ? [{ point, position: next - 1 }] : [];
  });
  const outcomeAt = (point: KillPoint) => shown(verdictOf(run(setting, actsAt(point, setting.victim))));
  for (const { point, position } of betweens.filter((_, index) => index % 4 === 1))
    expect([position, outcomeAt({ ...point, position, timeUs: timeAt(position) })]).toEqual([
      position,
      outcomeAt(point),
    ]);
});
