/** What the checks of exercises ask of a whole run, found in one pass over its events. */
import { assertNever } from '../lib/assert.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Trace, visitRows } from '../trace/trace.ts';

/** How a task ended; `never`: it did not. */
export type TaskEnd = 'done' | 'failed' | 'cancelled' | 'never';

interface TaskRecord {
  /** The qualname of the function that it runs. */
  readonly runs: string;
  /** Functions of its await chain when it was last parked. */
  inside: ReadonlySet<string>;
  /** Microseconds at which its step began, or it began to wait. */
  since: number;
  isRunning: boolean;
  longestWaitUs: number;
  end: TaskEnd;
}

export interface Measures {
  readonly tasks: readonly Readonly<TaskRecord>[];
  /** Microseconds that the longest step of a task or callback took. */
  readonly longestStepUs: number;
  /** Standard output, by the name of the process that wrote it; '' when there is only one. */
  readonly output: ReadonlyMap<string, string>;
  /** Of each CeleryTask the last state that the result backend knew. */
  readonly celeryStates: ReadonlyMap<string, string>;
  /** How many tasks were inside of a function at the same time. */
  readonly mostInside: ReadonlyMap<string, number>;
  /** Pairs of functions, `f g`, that two tasks were inside of at the same time. */
  readonly overlaps: ReadonlySet<string>;
}

const ENDS: readonly TaskEnd[] = ['done', 'failed', 'cancelled'];

export function measured(trace: Trace): Measures {
  const tasks = new Map<number, TaskRecord>();
  const output = new Map<string, string[]>();
  const processes = new Map<number, string>();
  const celeryStates = new Map<string, string>();
  const mostInside = new Map<string, number>();
  const overlaps = new Set<string>();
  let nowUs = 0;
  let callbackUs = 0;
  let longestStepUs = 0;
  const stepEnds = (sinceUs: number) => {
    longestStepUs = Math.max(longestStepUs, nowUs - sinceUs);
  };
  const nameOf = (code: number) => trace.codes[code]?.qualname ?? '';
  /** How many tasks are inside of each function now. */
  const counts = new Map<string, number>();
  const leaves = (task: TaskRecord) => {
    for (const name of task.inside) counts.set(name, (counts.get(name) ?? 1) - 1);
    task.inside = new Set();
  };
  const parks = (task: TaskRecord, frames: readonly { readonly code: number }[]) => {
    leaves(task);
    task.inside = new Set(frames.map(({ code }) => nameOf(code)));
    for (const name of task.inside) {
      for (const [other, count] of counts) if (count > 0) overlaps.add(`${name} ${other}`).add(`${other} ${name}`);
    }
    for (const name of task.inside) {
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      mostInside.set(name, Math.max(mostInside.get(name) ?? 0, count));
    }
  };
  const onEvent = (event: TraceEvent): void => {
    switch (event.kind) {
      case 'clock.advanced':
        nowUs = event.time;
        return;
      case 'process.started':
        processes.set(event.process, event.label);
        return;
      case 'task.created':
        tasks.set(event.task, {
          ...{ runs: nameOf(event.code), inside: new Set<string>(), since: nowUs, isRunning: false },
          ...{ longestWaitUs: 0, end: 'never' as const },
        });
        return;
      case 'task.resumed':
      case 'task.suspended':
      case 'task.finished':
        onTask(event);
        return;
      case 'handle.started':
        callbackUs = nowUs;
        return;
      case 'handle.finished':
        stepEnds(callbackUs);
        return;
      case 'output.written': {
        if (event.stream !== 1) return;
        const process = processes.get(event.process) ?? '';
        const known = output.get(process);
        if (known === undefined) output.set(process, [event.text]);
        else known.push(event.text);
        return;
      }
      case 'celeryTask.changed':
        celeryStates.set(event.id, event.state);
        return;
      default:
        return;
    }
  };
  const onTask = (event: Extract<TraceEvent, { kind: 'task.resumed' | 'task.suspended' | 'task.finished' }>): void => {
    const task = tasks.get(event.task);
    if (task === undefined) return;
    const { isRunning, since } = task;
    task.since = nowUs;
    task.isRunning = event.kind === 'task.resumed';
    switch (event.kind) {
      case 'task.resumed':
        task.longestWaitUs = Math.max(task.longestWaitUs, nowUs - since);
        return;
      case 'task.suspended':
        if (isRunning) stepEnds(since);
        parks(task, event.frames);
        return;
      case 'task.finished':
        if (isRunning) stepEnds(since);
        leaves(task);
        task.end = ENDS[event.outcome] ?? 'done';
        return;
      default:
        assertNever(event);
    }
  };
  visitRows(trace, onEvent);
  // Whoever still stands there at the end has waited until then.
  for (const task of tasks.values()) {
    if (task.end === 'never' && !task.isRunning) task.longestWaitUs = Math.max(task.longestWaitUs, nowUs - task.since);
  }
  return {
    ...{ tasks: [...tasks.values()], longestStepUs, celeryStates, mostInside, overlaps },
    output: new Map([...output].map(([process, parts]) => [process, parts.join('')])),
  };
}
