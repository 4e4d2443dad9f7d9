/** One failure, done to the same tasks over several brokers, and what became of each of them. */
import { runHeadlessNow } from '../../engine/headless.ts';
import type { Intervention } from '../../scenario/intervention.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace } from '../../trace/trace.ts';

export interface Failure {
  /** Python that sends tasks: `send(case, *which, **options)`. */
  readonly client: string;
  /** Of the worker's command line. */
  readonly worker?: string;
  /** The worker starts then, in seconds; one whose memory is the broker starts at once. */
  readonly workerFrom?: number;
  /** Another worker starts then. */
  readonly secondFrom?: number;
  readonly interventions?: readonly Intervention[];
  /** Of the command line of Redis, where it is the broker. */
  readonly redis?: string;
  /** The run lasts so many seconds. */
  readonly until: number;
}

/**
 * In the words of the catalogue: L lost, F failed and not done again, R delivered again and done once, D done more than once; of the
 * last two also when they began for the last time, in seconds. What it says besides: `ok` done as if nothing had happened, `unknown`
 * done and nobody knows, `endless` begun again and again, REVOKED.
 */
export type Outcome = 'L' | 'F' | `R ${number}` | `D ${number}` | 'ok' | 'unknown' | 'endless' | 'REVOKED';

interface BrokerPlan {
  readonly url: string;
  /** Command; '' it is no process of this computer. */
  readonly server: string;
  /** It is in the memory of the worker. */
  readonly isOwn?: boolean;
}

const VISIBILITY_SECONDS = 20;

export const BROKERS = {
  rabbit: { url: 'amqp://localhost', server: 'rabbitmq-server' },
  redis: {
    url: 'redis://localhost:6380/0',
    server: 'redis-server --port 6380 --loglevel nothing',
  },
  sqs: { url: 'sqs://', server: '' },
  memory: { url: 'memory://', server: '', isOwn: true },
} as const satisfies Readonly<Record<string, BrokerPlan>>;

export type BrokerName = keyof typeof BROKERS;

const HEAD = 'import os, signal, sys, time\nfrom celery import Celery\n';
const SETTINGS = `app.conf.broker_transport_options = {'visibility_timeout': ${VISIBILITY_SECONDS}}\n`;

/**
 * All do the same: wait, have an effect, wait again. With `dies` their process ends itself instead, once or always; with `once` they
 * fail when they are done again.
 */
const TASKS = `
def work(self, seconds=5, then=0, dies='', once=False):
    print(f'began {self.request.id};{time.time():g}', flush=True)
    time.sleep(seconds)
    is_first = not os.path.exists(self.request.id)
    open(self.request.id, 'w').close()
    if dies == 'always' or dies == 'once' and is_first:
        os.kill(os.getpid(), signal.SIGKILL)
    if once and not is_first:
        raise ValueError('done before')
    print(f'effect {self.request.id};', flush=True)
    time.sleep(then)

@app.task(bind=True)
def early(self, **options):
    work(self, **options)

@app.task(bind=True, acks_late=True)
def late(self, **options):
    work(self, **options)

@app.task(bind=True, acks_late=True, reject_on_worker_lost=True)
def again(self, **options):
    work(self, **options)

def send(case, *which, options={}, **kwargs):
    for task in which or (early, late):
        task.apply_async(kwargs=kwargs, task_id=f'{case} {task.name[6:]}', **options)
`;

/** What is in the memory of a process is for that process alone: the worker sends its tasks itself, once. */
const OWN_CLIENT = `
if 'worker' in sys.argv and not os.path.exists('sent'):
    open('sent', 'w').close()
    import client
`;

/** What became of each task, by `case task`. */
export function outcomesOf(name: BrokerName, failure: Failure): Readonly<Record<string, Outcome>> {
  const { output, trace } = playFailure(name, failure);
  return outcomesIn(trace, output);
}

export function playFailure(name: BrokerName, failure: Failure): { readonly trace: Trace; readonly output: string } {
  const plan: BrokerPlan = BROKERS[name];
  const { isOwn = false, url } = plan;
  const app = `app = Celery('tasks', broker='${url}', backend='redis://localhost:6379/0')\n`;
  let trace = EMPTY_TRACE;
  const { stderr, stdout } = runHeadlessNow({
    files: {
      Procfile: procfile(failure, plan),
      'tasks.py': `${HEAD}${app}${SETTINGS}${TASKS}${isOwn ? OWN_CLIENT : ''}`,
      'client.py': `from tasks import *\n${isOwn ? '' : 'time.sleep(1)\n'}${failure.client}`,
    },
    interventions: (failure.interventions ?? []).flatMap((one) => doneTo(plan, one)),
    onChunk: (chunk) => {
      trace = appendChunk(trace, chunk);
    },
  });
  return { trace, output: stdout + stderr };
}

function procfile(failure: Failure, { isOwn = false, server }: BrokerPlan): string {
  const { redis = '', secondFrom = 0, until, worker = '-P threads -c 2', workerFrom = 0 } = failure;
  const command = `celery -q -A tasks worker ${worker}`;
  const after = (seconds: number): string => (seconds === 0 ? '' : `sleep ${seconds}; `);
  const lines = [
    'results: redis-server --loglevel nothing',
    `clock: sleep ${until}`,
    server === '' ? '' : `broker: ${server} ${server.startsWith('redis') ? redis : ''}`,
    isOwn ? '' : 'client: python client.py',
    `worker: ${isOwn ? '' : after(workerFrom)}${command}`,
    secondFrom === 0 ? '' : `second: ${after(secondFrom)}${command}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** What is done to the broker is done to the worker where it is in its memory, and to nobody where it is not of this computer. */
function doneTo({ isOwn = false, server }: BrokerPlan, one: Intervention): readonly Intervention[] {
  if (!((one.kind === 'signal' || one.kind === 'restart') && one.process === 'broker.1') || server !== '') return [one];
  return isOwn ? [{ ...one, process: 'worker.1' }] : [];
}

interface Fate {
  readonly state: string;
  begun: number;
  effects: number;
  readonly isRedelivered: boolean;
  /** Seconds. */
  last: number;
}

function outcomesIn(trace: Trace, output: string): Record<string, Outcome> {
  const events = eventsBetween(trace, 0, trace.length);
  const calls = new Map(
    events.flatMap((event) => (event.kind === 'envelope.stored' ? [[event.envelope, event.celeryTask]] : [])),
  );
  const returned = new Set(
    events.flatMap((event) => (event.kind === 'envelope.returned' ? [calls.get(event.envelope)] : [])),
  );
  const fates = new Map<string, Fate>();
  for (const event of events)
    if (event.kind === 'celeryTask.changed')
      fates.set(event.id, { state: event.state, begun: 0, effects: 0, isRedelivered: returned.has(event.id), last: 0 });
  for (const [, what, id = '', when] of output.matchAll(/(began|effect) ([^;]+);([\d.]*)/g)) {
    const fate = fates.get(id);
    if (fate === undefined) continue;
    if (what === 'effect') fate.effects++;
    else {
      fate.begun++;
      fate.last = Number(when);
    }
  }
  return Object.fromEntries([...fates].map(([id, fate]) => [id, outcomeOf(fate)]));
}

const MANY = 5;

function outcomeOf({ begun, effects, isRedelivered, last, state }: Fate): Outcome {
  if (effects > 1) return `D ${last}`;
  if (state === 'FAILURE' || state === 'REVOKED') return state === 'FAILURE' ? 'F' : 'REVOKED';
  if (effects === 0) return begun >= MANY ? 'endless' : 'L';
  if (isRedelivered || begun > 1) return `R ${last}`;
  return state === 'SUCCESS' ? 'ok' : 'unknown';
}
