/** Runs a project of Celery and says what became of it. */
import { runHeadlessNow } from '../../engine/headless.ts';
import type { Intervention } from '../../scenario/intervention.ts';
import type { TraceEvent } from '../../trace/events.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace } from '../../trace/trace.ts';

const REDIS = 'redis://localhost:6379/0';

export interface Project {
  /** What follows the app in tasks.py. */
  readonly tasks: string;
  readonly client: string;
  /** Absent: Redis. */
  readonly broker?: string;
  /** Absent: Redis. */
  readonly backend?: string;
  /** Of the worker's command line; '': the client starts it. */
  readonly worker?: string;
  /** Of a second one beside it. */
  readonly other?: string;
  readonly interventions?: readonly Intervention[];
}

export interface Played {
  /** What the client printed, line by line. */
  readonly client: readonly string[];
  /** The log of the workers, without the names of days. */
  readonly log: readonly string[];
  readonly trace: Trace;
}

export function play({
  backend = REDIS,
  broker = REDIS,
  client,
  interventions,
  other = '',
  tasks,
  worker = '-l INFO -c 2',
}: Project): Played {
  let trace = EMPTY_TRACE;
  const lines = [
    'client: python client.py',
    'redis: redis-server',
    ...(broker.startsWith('amqp') ? ['rabbit: rabbitmq-server'] : []),
    ...(worker === '' ? [] : [`worker: celery -A tasks worker ${worker}`]),
    ...(other === '' ? [] : [`other: celery -A tasks worker ${other}`]),
  ];
  const { stderr, stdout } = runHeadlessNow({
    files: {
      Procfile: lines.join('\n'),
      'tasks.py': `import os, signal, time
from celery import Celery, chain, chord, group, shared_task
from celery.exceptions import Ignore, Reject
app = Celery('tasks', broker='${broker}', backend='${backend}')
${tasks}`,
      'client.py': `import time\nfrom tasks import *\n${client}`,
    },
    interventions,
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return { client: linesOf(stdout, /^client\.1 \| /), log: linesOf(stderr, /^\w+\.1 \| \[1970-01-01 /), trace };
}

function linesOf(text: string, start: RegExp): readonly string[] {
  return text
    .split('\n')
    .filter((line) => start.test(line))
    .map((line) => line.replace(start, ''));
}

export function eventsOf<K extends TraceEvent['kind']>(
  trace: Trace,
  kind: K,
): readonly Extract<TraceEvent, { kind: K }>[] {
  const events = eventsBetween(trace, 0, trace.length);
  return events.filter((event): event is Extract<TraceEvent, { kind: K }> => event.kind === kind);
}

/** Prints a name and what an expression gives, or how it fails. */
export const SHOW = `
def show(name, f):
    try:
        v = f()
    except BaseException as e:
        v = f'raised {type(e).__module__}.{type(e).__name__} {e}'
    print(name, '->', v, flush=True)
G = lambda r: r.get(timeout=6)
def P(r):
    v = r.get(timeout=6, propagate=False)
    return f'{v!r} {r.state}'
`;

export const withoutIds = (line: string): string => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
