/** Programs of Celery over Redis, each with its exact outcome: first steps, retries, who is killed when, canvases. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import { eventsOf, play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const ADD = `
@app.task
def add(x, y):
    return x + y
`;

const kill = (process: string, seconds: number, id?: number) =>
  ({
    kind: 'signal',
    process,
    signal: 'SIGKILL',
    timeUs: seconds * 1e6,
    ...(id === undefined ? {} : { id }),
  }) as const;

test('first steps: a worker, a call, its result', () => {
  const { client, log, trace } = play({
    tasks: ADD,
    client: `
result = add.delay(4, 4)
print(result.ready())
print(result.get(timeout=10))
print(result.state, result.successful(), result.id)
result.forget()
print(result.state)`,
  });
  const id = client[2]?.split(' ')[2] ?? '';
  expect(client).toEqual(['False', '8', `SUCCESS True ${id}`, 'PENDING']);
  expect(log).toEqual([
    '00:00:00,000: INFO/MainProcess] Connected to redis://localhost:6379/0',
    '00:00:00,000: INFO/MainProcess] celery@loopscope ready.',
    `00:00:00,000: INFO/MainProcess] Task tasks.add[${id}] received`,
    `00:00:00,000: INFO/ForkPoolWorker-1] Task tasks.add[${id}] succeeded in 0.0s: 8`,
  ]);
  expect(eventsOf(trace, 'celeryTask.changed').map(({ state, text }) => `${state} ${text}`)).toEqual([
    'PENDING ',
    'SUCCESS 8',
  ]);
  const of = { stored: eventsOf(trace, 'envelope.stored'), delivered: eventsOf(trace, 'envelope.delivered') };
  expect(of.stored.map(({ label, name }) => `${name}: ${label}`)).toEqual(['celery: tasks.add(4, 4)']);
  expect([of.delivered.length, eventsOf(trace, 'envelope.acked').length]).toEqual([1, 1]);
  expect(eventsOf(trace, 'envelope.began').map(({ consumer }) => consumer)).toEqual(['tasks.add']);
});

test('the banner of a worker', () => {
  const { stdout } = runHeadlessNow({
    files: {
      Procfile: 'redis: redis-server\nworker: celery -A proj worker -P solo -Q fast,slow -l INFO',
      'proj.py': `from celery import Celery\napp = Celery('proj', broker='redis://localhost', backend='rpc://')`,
    },
  });
  const banner = stdout.split('\n').filter((line) => line.startsWith('worker.1 | '));
  expect(banner.map((line) => line.slice('worker.1 | '.length).replace(/0x\w+/, '0x'))).toEqual([
    ' ',
    ' -------------- celery@loopscope v5.6.3 (recovery)',
    '--- ***** ----- ',
    '-- ******* ---- Linux 1970-01-01 00:00:00',
    '- *** --- * --- ',
    '- ** ---------- [config]',
    '- ** ---------- .> app:         proj:0x',
    '- ** ---------- .> transport:   redis://localhost:6379/0',
    '- ** ---------- .> results:     rpc://',
    '- *** --- * --- .> concurrency: 1 (solo)',
    '-- ******* ---- .> task events: OFF (enable -E to monitor tasks in this worker)',
    '--- ***** ----- ',
    ' -------------- [queues]',
    '                .> fast             exchange=fast(direct) key=fast',
    '                .> slow             exchange=slow(direct) key=slow',
    '                ',
    '',
    '[tasks]',
    '',
  ]);
});

test('S39 retries are new messages of one task: at 0, 180, 360, 540 s; with backoff at 0, 1, 3, 7 s', () => {
  const { client, trace } = play({
    worker: '-c 2 -P threads',
    tasks: `
starts = []
@app.task(bind=True)
def always(self):
    starts.append(('always', self.request.retries, time.time()))
    raise self.retry()
@app.task(bind=True, autoretry_for=(ValueError,), retry_backoff=1, retry_jitter=False, max_retries=3)
def backoff(self):
    starts.append(('backoff', self.request.retries, time.time()))
    raise ValueError('no')
@app.task
def told():
    return sorted(starts)`,
    client: `
results = [always.delay(), backoff.delay()]
time.sleep(10)
print([result.state for result in results])
for result in results:
    print(repr(result.get(propagate=False)).split('[')[0], result.state)
for name, retries, when in told.delay().get():
    print(name, retries, when)`,
  });
  expect(client).toEqual([
    "['RETRY', 'FAILURE']",
    'MaxRetriesExceededError("Can\'t retry tasks.always FAILURE',
    "ValueError('no') FAILURE",
    ...[0, 180, 360, 540].map((when, index) => `always ${index} ${when}.0`),
    ...[0, 1, 3, 7].map((when, index) => `backoff ${index} ${when}.0`),
  ]);
  const stored = eventsOf(trace, 'envelope.stored').filter(({ label }) => label.startsWith('tasks.always'));
  expect(stored.length).toBe(4);
  const states = eventsOf(trace, 'celeryTask.changed').filter(({ name }) => name === 'tasks.always');
  expect(states.map(({ state }) => state)).toEqual(['PENDING', 'RETRY', 'RETRY', 'RETRY', 'FAILURE']);
  expect(new Set(states.map(({ id }) => id)).size).toBe(1);
});

test('S39 a worker that dies between sending a retry and acknowledging: two chains of retries, 8 executions', () => {
  const { client, trace } = play({
    broker: 'amqp://localhost',
    worker: '-P threads -c 2',
    tasks: `
@app.task(bind=True, acks_late=True)
def always(self):
    try:
        raise self.retry(countdown=10)
    finally:
        if not os.path.exists('died'):
            open('died', 'w').close()
            os.kill(os.getpid(), signal.SIGKILL)`,
    client: 'result = always.delay()\ntime.sleep(60)\nprint(result.state)',
    interventions: [{ kind: 'restart', process: 'worker.1', timeUs: 2e6 }],
  });
  expect(client).toEqual(['FAILURE']);
  expect(eventsOf(trace, 'envelope.began').length).toBe(8);
  // The first try, and the retry that the worker had been given already.
  expect(eventsOf(trace, 'envelope.returned').length).toBe(2);
});

const TENS = (options: string) => `
@app.task(${options})
def job(number):
    print('started', number)
    time.sleep(10)
    return number
app.conf.broker_transport_options = {'visibility_timeout': 1}`;

const AT_30 = `
results = [job.delay(number) for number in (1, 2, 3)]
time.sleep(40)
print([result.state for result in results])`;

/** The worker with its two children. */
const WHOLE_WORKER = [kill('worker.1', 3, 4204), kill('worker.1', 3, 4205), kill('worker.1', 3, 4206)];

test.each([
  { options: '', states: "['PENDING', 'PENDING', 'SUCCESS']", started: 3, returned: 1 },
  { options: 'acks_late=True', states: "['SUCCESS', 'SUCCESS', 'SUCCESS']", started: 5, returned: 3 },
])('S29 the whole worker dies ($options): $states', ({ options, returned, started, states }) => {
  const { client, trace } = play({
    tasks: TENS(options),
    client: AT_30,
    interventions: [...WHOLE_WORKER, { kind: 'restart', process: 'worker.1', timeUs: 5e6 }],
  });
  expect(client).toEqual([states]);
  expect(eventsOf(trace, 'envelope.began').length).toBe(started);
  expect(eventsOf(trace, 'envelope.returned').length).toBe(returned);
});

const KILLING = (options: string) => `
@app.task(${options})
def fatal():
    print('started')
    if not os.path.exists('done'):
        open('done', 'w').close()
        os.kill(os.getpid(), signal.SIGKILL)
    return 'ran'`;

test.each([
  {
    options: 'acks_late=True',
    client: ["WorkerLostError('Worker exited prematurely: signal 9 (SIGKILL) Job: 0.') FAILURE"],
    started: 1,
  },
  { options: 'acks_late=True, reject_on_worker_lost=True', client: ["'ran' SUCCESS"], started: 2 },
])('S30 only the child dies ($options)', ({ client, options, started }) => {
  const played = play({
    tasks: KILLING(options),
    client: 'result = fatal.delay()\nprint(repr(result.get(propagate=False)), result.state)',
  });
  expect(played.client).toEqual(client);
  expect(eventsOf(played.trace, 'envelope.began').length).toBe(started);
  expect(eventsOf(played.trace, 'envelope.acked').length).toBe(1);
});

test('a child that dies before it has begun its task leaves it to another', () => {
  const played = play({
    tasks: `${ADD}
import os, sys
if sys.argv[0].endswith('_child.py') and not os.path.exists('died'):
    open('died', 'w').close()
    os.kill(os.getpid(), 9)`,
    client: 'result = add.delay(1, 2)\nprint(result.get(), result.state)',
  });
  expect(played.client).toEqual(['3 SUCCESS']);
  expect(eventsOf(played.trace, 'envelope.delivered').length).toBe(1);
});

test('S40 chain, group and chord', () => {
  const { client, trace } = play({
    tasks: `${ADD}
@app.task
def mul(x, y):
    return x * y
@app.task
def div(x, y):
    return x / y
@app.task
def total(numbers):
    return sum(numbers)`,
    client: `
print((add.s(1, 2) | mul.s(10) | add.s(-5))().get())
failed = chain(add.s(1, 2), div.s(0), add.s(1))()
print(repr(failed.get(propagate=False)), failed.state, failed.parent.state, failed.parent.parent.get())
members = group(add.s(i, i) for i in range(4))()
print(members.get(), members.successful(), len(members))
print(chord([add.s(0, i) for i in (1, 2, 3)])(total.s()).get())
print((group(add.s(i, i) for i in range(4)) | total.s() | mul.s(2))().get())
broken = chord([div.s(1, i) for i in (1, 0, 2)])(total.s())
print(repr(broken.get(propagate=False))[-46:], broken.state, [part.state for part in broken.parent])`,
  });
  expect(client).toEqual([
    '25',
    "ZeroDivisionError('division by zero') FAILURE FAILURE 3",
    '[0, 2, 4, 6] True 4',
    '6',
    '24',
    `raised ZeroDivisionError('division by zero')") FAILURE ['SUCCESS', 'FAILURE', 'SUCCESS']`,
  ]);
  expect(eventsOf(trace, 'canvas.began').map(({ type }) => type)).toEqual([
    'chain',
    'chain',
    'group',
    'chord',
    'chain',
    'chord',
    'chord',
  ]);
});
