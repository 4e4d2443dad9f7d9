/** Programs of Celery over RabbitMQ: who is killed when, and what is in the queue then. */
import { expect, test, vi } from 'vitest';
import { worldAfter } from '../../trace/trace.ts';
import { eventsOf, type Played, type Project, play as playProject } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const RABBIT = 'amqp://guest:guest@localhost:5672//';
/** Of the worker, which has its children next. */
const WORKER = 4205;

const play = (project: Project): Played => playProject({ broker: RABBIT, ...project });

const job = (options: string) => `
@app.task(${options})
def job(number):
    time.sleep(10)
    return time.time()`;

const kills = (seconds: number) =>
  [WORKER, WORKER + 1, WORKER + 2].map(
    (id) => ({ kind: 'signal', process: 'worker.1', id, signal: 'SIGKILL', timeUs: seconds * 1e6 }) as const,
  );

const restart = (process: string, seconds: number) => ({ kind: 'restart', process, timeUs: seconds * 1e6 }) as const;

/** Ready and unacknowledged, of the queue of the tasks. */
function queueOf({ trace }: Played): readonly [number, number] {
  const queue = worldAfter(trace, trace.length).queues.find(({ name }) => name === 'celery');
  return [queue?.items.length ?? -1, queue?.unacked.length ?? -1];
}

test.each([
  { options: '', ends: '[None, None, 15.0]', started: 3, returned: 1 },
  { options: 'acks_late=True', ends: '[15.0, 15.0, 25.0]', started: 5, returned: 3 },
])('S29 the whole worker dies ($options): $ends', ({ ends, options, returned, started }) => {
  const played = play({
    tasks: job(options),
    client: `
results = [job.delay(number) for number in (1, 2, 3)]
time.sleep(30)
print([result.result for result in results])
print([result.state for result in results])`,
    interventions: [...kills(3), restart('worker.1', 5)],
  });
  const states = ends.replaceAll('None', "'PENDING'").replaceAll(/\d+\.0/g, "'SUCCESS'");
  expect(played.client).toEqual([ends, states]);
  expect(eventsOf(played.trace, 'envelope.began').length).toBe(started);
  expect(eventsOf(played.trace, 'envelope.returned').length).toBe(returned);
});

test.each([
  { how: 'SIGTERM', states: "{'SUCCESS': 2, 'PENDING': 4}", left: 4, options: '' },
  { how: 'SIGQUIT', states: "{'RETRY': 2, 'PENDING': 4}", left: 4, options: '' },
  { how: 'SIGKILL', states: "{'PENDING': 6}", left: 4, options: '' },
  { how: 'SIGQUIT', states: "{'PENDING': 6}", left: 6, options: 'acks_late=True' },
  { how: 'SIGKILL', states: "{'PENDING': 6}", left: 6, options: 'acks_late=True' },
])('S47 $how at 3 s ($options): $states, $left left', ({ how, left, options, states }) => {
  const played = play({
    worker: '-c 2 --prefetch-multiplier 2',
    tasks: job(options),
    client: `
from collections import Counter
results = [job.delay(number) for number in range(6)]
time.sleep(3)
for process in range(${WORKER}, ${how === 'SIGKILL' ? WORKER + 3 : WORKER + 1}):
    os.kill(process, signal.${how})
time.sleep(20)
print(dict(Counter(result.state for result in results)))
with app.connection() as connection:
    print(connection.default_channel.queue_declare('celery', passive=True).message_count)`,
  });
  expect(played.client).toEqual([states, String(left)]);
  expect(queueOf(played)).toEqual([left, 0]);
});
