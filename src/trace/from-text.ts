/**
 * Traces as drawings, for tests. Each line is a task, each column a moment; columns are read from left to right, and
 * within a column from top to bottom:
 *
 *     c created   > resumed   . suspended on a future of its own   : bare yield   ! its future is resolved, it is ready
 *     $ returned  x raised    # ends as cancelled   ? asked to cancel   @ CancelledError thrown in   ~ swallowed it
 *     - runs a line           (a space: nothing)
 *
 * The first task is the main task and the parent of the others. Each is named by the word that its line begins with.
 */
import type { CodeInfo, TraceEvent } from './events.ts';
import { appendChunk, EMPTY_TRACE, type Trace } from './trace.ts';
import type { World } from './world.ts';
import { TraceWriter } from './writer.ts';

const FIRST_LINE = 10;

export function traceFromText(text: string): Trace {
  return traceFromEvents(eventsFromText(text), codesFromText(text));
}

/** Cut into chunks of `chunkEvents`. */
export function traceFromEvents(
  events: readonly TraceEvent[],
  codes: readonly CodeInfo[],
  chunkEvents = events.length,
): Trace {
  const writer = new TraceWriter();
  for (const code of codes) writer.addCode(code);
  let trace = EMPTY_TRACE;
  for (const event of events) {
    writer.record(event);
    if (writer.count % chunkEvents !== 0) continue;
    const chunk = writer.takeChunk();
    if (chunk !== null) trace = appendChunk(trace, chunk);
  }
  const rest = writer.takeChunk();
  return rest === null ? trace : appendChunk(trace, rest);
}

export function eventsFromText(text: string): readonly TraceEvent[] {
  const actors = actorsOf(text);
  const columns = Math.max(0, ...actors.map(({ signs }) => signs.length));
  const ids = { next: actors.length + 1, handle: 1 };
  const events: TraceEvent[] = [{ kind: 'loop.created', loop: 1 }];
  for (let column = 0; column < columns; column++) {
    for (const actor of actors) events.push(...eventsOf(actor, actor.signs.charAt(column), ids));
  }
  return events;
}

/** `main:waiting a:running`: names and states, in order of creation. */
export function printWorld(world: World): string {
  return [...world.tasks.values()].map(({ name, state }) => `${name}:${state}`).join(' ');
}

interface Actor {
  readonly task: number;
  readonly name: string;
  readonly signs: string;
  handle: number;
  future: number;
  line: number;
}

interface Ids {
  next: number;
  handle: number;
}

function actorsOf(text: string): readonly Actor[] {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  return rows.map((row, index) => {
    const [name = ''] = row.trim().split(/\s/);
    const signs = `${' '.repeat(name.length)}${row.slice(indent + name.length)}`;
    return { task: index + 1, name, signs, handle: 0, future: 0, line: FIRST_LINE };
  });
}

export function codesFromText(text: string): readonly CodeInfo[] {
  return actorsOf(text).map(({ name }) => ({
    qualname: name,
    file: 'main.py',
    firstLine: FIRST_LINE,
    isUser: true,
  }));
}

function eventsOf(actor: Actor, sign: string, ids: Ids): readonly TraceEvent[] {
  const { task, name } = actor;
  const code = task - 1;
  switch (sign) {
    case 'c':
      return [
        {
          ...{ kind: 'task.created', task, coroutine: 0, code, name, label: `${name}()` },
          ...{ parent: task === 1 ? 0 : 1, loop: 1, isEager: 0 },
        },
        scheduled(actor, ids, 1),
      ];
    case '>':
    case '@':
      return [resumed(actor, sign === '@' ? 2 : 0)];
    case '-':
      return [{ kind: 'line.reached', code, line: ++actor.line }];
    case '.':
      actor.future = ids.next++;
      return [
        { kind: 'future.created', future: actor.future, label: '', loop: 1 },
        { kind: 'task.suspended', task, future: actor.future, frames: [frameOf(actor)] },
      ];
    case ':':
      return [{ kind: 'task.suspended', task, future: 0, frames: [frameOf(actor)] }, scheduled(actor, ids, 4)];
    case '!':
      return [
        { kind: 'future.resolved', future: actor.future, outcome: 0, text: 'None', by: 0 },
        scheduled(actor, ids, 2),
      ];
    case '$':
    case 'x':
    case '#':
      return [
        { kind: 'task.finished', task, outcome: '$x#'.indexOf(sign), text: sign === 'x' ? 'ValueError: no' : 'None' },
      ];
    case '?':
      return [{ kind: 'task.cancelRequested', task, by: 0, count: 1, message: '', forwarded: actor.future }];
    case '~':
      return [{ kind: 'task.cancelSwallowed', task, code, line: actor.line }];
    default:
      return [];
  }
}

function scheduled(actor: Actor, ids: Ids, reason: number): TraceEvent {
  actor.handle = ids.handle++;
  const { handle, task, future, name } = actor;
  return { kind: 'handle.scheduled', handle, label: `${name}.__step`, task, future: reason === 2 ? future : 0, reason };
}

function resumed({ task, handle, future }: Actor, how: number): TraceEvent {
  return { kind: 'task.resumed', task, handle, how, text: how === 2 ? 'CancelledError' : '', waited: future };
}

function frameOf({ task, line }: Actor) {
  return { code: task - 1, line, endLine: line, column: 4, endColumn: 20 };
}
