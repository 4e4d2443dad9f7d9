/** Finds events of a trace by what an author wrote of them: ids are compared by the name of what they point at. */
import type { EventPattern } from '../scenario/gallery/entry.ts';
import { EVENTS, type TraceEvent } from '../trace/events.ts';
import { eventsBetween, type Trace } from '../trace/trace.ts';

/** One event as text and numbers; every id has its name beside it. */
interface Row {
  readonly fields: ReadonlyMap<string, unknown>;
  readonly names: ReadonlyMap<string, string>;
}

export interface Rows {
  readonly list: readonly Row[];
}

/** Which fields are ids, and whose. Tasks are futures. */
const FAMILIES: Readonly<Record<string, string>> = {
  task: 'future',
  future: 'future',
  by: 'future',
  parent: 'future',
  waiter: 'future',
  waited: 'future',
  forwarded: 'future',
  owner: 'future',
  coroutine: 'coroutine',
  handle: 'handle',
  sync: 'sync',
  process: 'process',
  thread: 'thread',
  holder: 'thread',
  code: 'code',
};

export function rowsOf(trace: Trace): Rows {
  const known = new Map<string, string>(trace.codes.map(({ qualname }, code) => [`code:${code}`, qualname]));
  return { list: eventsBetween(trace, 0, trace.length).map((event) => rowOf(event, known)) };
}

/** Positions after each event that fits. */
export function positionsOf(rows: Rows, pattern: EventPattern): readonly number[] {
  return rows.list.flatMap((row, index) => (fits(row, pattern) ? [index + 1] : []));
}

/** The same, the first one after `position`; null when there is none. */
export function positionAfter(rows: Rows, pattern: EventPattern, position: number): number | null {
  const index = rows.list.findIndex((row, at) => at >= position && fits(row, pattern));
  return index < 0 ? null : index + 1;
}

/** What is wrong with the pattern itself; null when an event could fit. */
export function patternFault(pattern: EventPattern): string | null {
  const { kind, ...fields } = pattern;
  const known: Readonly<Record<string, Readonly<Record<string, string>>>> = EVENTS;
  const event = known[kind];
  if (event === undefined) return `there is no event "${kind}"`;
  const strange = Object.keys(fields).find((field) => !(field in event));
  return strange === undefined ? null : `the event "${kind}" has no field "${strange}"`;
}

/** `task.finished task=B outcome=0`, for messages. */
export function patternText({ kind, ...fields }: EventPattern): string {
  return [kind, ...Object.entries(fields).map(([field, value]) => `${field}=${JSON.stringify(value)}`)].join(' ');
}

function rowOf(event: TraceEvent, known: Map<string, string>): Row {
  introduce(event, known);
  const fields = new Map<string, unknown>(Object.entries(event));
  const names = new Map<string, string>();
  for (const [field, value] of fields) {
    const name = known.get(`${FAMILIES[field] ?? ''}:${String(value)}`);
    if (name !== undefined) names.set(field, name);
  }
  return { fields, names };
}

function introduce(event: TraceEvent, known: Map<string, string>): void {
  switch (event.kind) {
    case 'process.started':
      known.set(`process:${event.process}`, event.label);
      return;
    case 'thread.started':
      known.set('thread:1', 'MainThread').set(`thread:${event.thread}`, event.name);
      return;
    case 'task.created':
    case 'task.renamed':
      known.set(`future:${event.task}`, event.name);
      return;
    case 'future.created':
      known.set(`future:${event.future}`, event.label);
      return;
    case 'coroutine.created':
      known.set(`coroutine:${event.coroutine}`, event.label);
      return;
    case 'handle.scheduled':
    case 'timer.scheduled':
      known.set(`handle:${event.handle}`, event.label);
      return;
    case 'sync.created':
      known.set(`sync:${event.sync}`, event.label === '' ? event.type : event.label);
      return;
    default:
      return;
  }
}

function fits({ fields, names }: Row, pattern: EventPattern): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const value = fields.get(field);
    return typeof value === typeof wanted ? value === wanted : names.get(field) === wanted;
  });
}
