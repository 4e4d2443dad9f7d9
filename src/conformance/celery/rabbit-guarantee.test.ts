/** Programs of Celery over RabbitMQ: what it takes that a task is run, and what a window costs. */
import { expect, test, vi } from 'vitest';
import { worldAfter } from '../../trace/trace.ts';
import { eventsOf, play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const RABBIT = 'amqp://guest:guest@localhost:5672//';

/** A worker of one child that a client starts, and kills with its child. */
const BY_HAND = `
import subprocess
def start():
    return subprocess.Popen(['celery', '-A', 'tasks', 'worker', '-c', '1'], stdout=subprocess.DEVNULL)
def kill(worker):
    for process in (worker.pid, worker.pid + 1):
        os.kill(process, signal.SIGKILL)
    worker.wait()
def done(result):
    return result.state, result.result
`;

test.each([
  { durable: 'False', mode: 2, late: 'True', started: 0, state: 'PENDING None' },
  { durable: 'True', mode: 1, late: 'True', started: 0, state: 'PENDING None' },
  { durable: 'True', mode: 2, late: 'False', started: 1, state: 'PENDING None' },
  { durable: 'True', mode: 2, late: 'True', started: 2, state: 'SUCCESS 19.0' },
])('S50 durable $durable, delivery mode $mode, late $late: started $started, $state', (row) => {
  const { client, trace } = play({
    broker: RABBIT,
    worker: '',
    tasks: `
from kombu import Exchange, Queue
app.conf.task_queues = [Queue('celery', Exchange('celery', durable=${row.durable}), 'celery', durable=${row.durable})]
app.conf.task_default_delivery_mode = ${row.mode}
@app.task(acks_late=${row.late})
def job():
    time.sleep(10)
    return time.time()`,
    client: `${BY_HAND}
result = job.delay()
time.sleep(3)
worker = start()
time.sleep(5)
kill(worker)
time.sleep(1)
worker = start()
time.sleep(16)
print(*done(result))
worker.terminate()`,
    interventions: [
      { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 1e6 },
      { kind: 'restart', process: 'rabbit.1', timeUs: 2e6 },
    ],
  });
  expect(client).toEqual([row.state]);
  expect(eventsOf(trace, 'envelope.began').length).toBe(row.started);
});

test('S44 a job of 5 s whose worker is killed at 2 s runs from 3 s to 8 s', () => {
  const { client, trace } = play({
    broker: RABBIT,
    worker: '',
    tasks: '@app.task(acks_late=True)\ndef job():\n    time.sleep(5)\n    return time.time()',
    client: `${BY_HAND}
worker = start()
result = job.delay()
time.sleep(2)
kill(worker)
time.sleep(1)
worker = start()
result.get()
print(*done(result))
worker.terminate()`,
  });
  expect(client).toEqual(['SUCCESS 8.0']);
  expect(eventsOf(trace, 'envelope.began').length).toBe(2);
  expect(eventsOf(trace, 'envelope.acked').length).toBe(1);
});

test.each([
  { multiplier: 4, options: '', makespan: 26, first: 4 },
  { multiplier: 1, options: 'acks_late=False', makespan: 22, first: 2 },
  { multiplier: 1, options: 'acks_late=True', makespan: 20, first: 1 },
])('S31 a window of $multiplier ($options): one worker has $first tasks, all are done after $makespan s', (row) => {
  const worker = `-c 1 --prefetch-multiplier ${row.multiplier}`;
  const { client, trace } = play({
    broker: RABBIT,
    worker: `${worker} -n one`,
    other: `${worker} -n two`,
    tasks: `
@app.task(bind=True, ${row.options})
def job(self, seconds):
    time.sleep(seconds)
    return self.request.hostname`,
    client: `
from collections import Counter
time.sleep(1)
results = [job.delay(seconds) for seconds in (20, 2, 2, 2, 2, 2, 2, 2)]
counts = Counter(result.get() for result in results)
print(time.time() - 1, counts['one@loopscope'])`,
  });
  expect(client).toEqual([`${row.makespan}.0 ${row.first}`]);
  expect(eventsOf(trace, 'envelope.delivered').length).toBe(8);
});

test('S30 poison: with reject_on_worker_lost a quorum queue delivers it 21 times, then it is a dead letter', () => {
  const { client, trace } = play({
    broker: RABBIT,
    worker: '-c 1 -l CRITICAL',
    tasks: `
from kombu import Queue
arguments = {'x-queue-type': 'quorum', 'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead'}
app.conf.task_queues = [Queue('celery', routing_key='celery', queue_arguments=arguments)]
@app.task(acks_late=True, reject_on_worker_lost=True)
def job():
    os.kill(os.getpid(), signal.SIGKILL)`,
    client: `
dead = Queue('dead')
with app.connection() as connection:
    dead(connection).declare()
result = job.delay()
time.sleep(5)
print(result.state)
with app.connection() as connection:
    death = dead(connection).get().headers['x-death'][0]
    print(death['queue'], death['reason'], death['count'])`,
  });
  expect(client).toEqual(['PENDING', 'celery delivery_limit 1']);
  expect(eventsOf(trace, 'envelope.began').length).toBe(21);
  expect(worldAfter(trace, trace.length).queues.find(({ name }) => name === 'celery')?.items.length).toBe(0);
});
