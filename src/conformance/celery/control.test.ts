/** Workers told and asked from afar: revocation and how long it lasts, questions, rate and time limits. */
import { expect, test, vi } from 'vitest';
import { eventsOf, play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const NAP = `
@app.task
def nap(seconds):
    time.sleep(seconds)
    return seconds
`;

const statesOf = (played: ReturnType<typeof play>): readonly string[] =>
  eventsOf(played.trace, 'celeryTask.changed').map(({ state }) => state);

test('a revoked task is not run when its turn comes; with terminate its child ends, and what ran is REVOKED', () => {
  const played = play({
    worker: '-l INFO -c 1',
    tasks: `${NAP}
from celery import signals
@signals.task_revoked.connect
def told(sender, request, terminated, signum, expired, **named):
    print(f'{sender.name} {request.args} {terminated} {signum} {expired}')`,
    client: `
running, waiting, last = nap.delay(30), nap.delay(4), nap.delay(1)
time.sleep(1)
waiting.revoke()
print(running.revoke(terminate=True, wait=True))
time.sleep(2)
for result in (running, waiting, last):
    print(result.state, repr(result.result))
print(app.control.revoke('unknown', terminate=True, reply=True))
print(app.control.inspect().revoked()['celery@loopscope'] == [waiting.id, running.id, 'unknown'])
try:
    waiting.get()
except Exception as error:
    print(repr(error))`,
  });
  expect(played.client).toEqual([
    'None',
    "REVOKED TaskRevokedError('terminated')",
    "REVOKED TaskRevokedError('revoked')",
    'SUCCESS 1',
    "[{'celery@loopscope': {'ok': 'terminate: tasks unknown'}}]",
    'True',
    "TaskRevokedError('revoked')",
  ]);
  expect(played.log.filter((line) => /MainProcess\] (Tasks|Term|Disc|tasks)/.test(line)).map(withoutIds)).toEqual([
    '00:00:01,000: INFO/MainProcess] Tasks flagged as revoked: ID',
    '00:00:01,000: INFO/MainProcess] Terminating ID (15)',
    '00:00:01,000: WARNING/MainProcess] tasks.nap [30] True 15 False',
    '00:00:01,000: INFO/MainProcess] Discarding revoked task: tasks.nap[ID]',
    '00:00:01,000: WARNING/MainProcess] tasks.nap [4] False None False',
  ]);
  expect(eventsOf(played.trace, 'envelope.acked').length).toBe(3);
  // What workers are told from afar is not drawn as messages.
  expect(eventsOf(played.trace, 'envelope.stored').length).toBe(3);
});

const withoutIds = (line: string): string => line.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');

test.each([
  { worker: '-c 1', states: ['PENDING', 'REVOKED', 'SUCCESS'], started: 1 },
  { worker: '-c 1 --statedb=worker.state', states: ['PENDING', 'REVOKED', 'REVOKED'], started: 0 },
])('S42 a revocation lives in memory ($worker): started $started', ({ started, states, worker }) => {
  const played = play({
    worker,
    tasks: NAP,
    client: `
result = nap.apply_async((1,), countdown=60)
time.sleep(5)
result.revoke()
time.sleep(1)
print(result.state)
time.sleep(60)
print(result.state, app.AsyncResult(result.id).state)`,
    interventions: [
      { kind: 'signal', process: 'worker.1', signal: 'SIGTERM', timeUs: 10e6 },
      { kind: 'restart', process: 'worker.1', timeUs: 11e6 },
    ],
  });
  // Whoever has seen it end so does not ask again.
  expect(played.client).toEqual(['REVOKED', `REVOKED ${started === 1 ? 'SUCCESS' : 'REVOKED'}`]);
  expect(statesOf(played)).toEqual(states);
  expect(eventsOf(played.trace, 'envelope.began').length).toBe(started);
});

test('workers answer what they are asked, and do what they are told', () => {
  const { client, log } = play({
    worker: '-l INFO -c 1',
    tasks: `${NAP}
@app.task(rate_limit='2/s')
def limited(number):
    return time.time()`,
    client: `
first, second, third = nap.delay(20), nap.delay(0), nap.apply_async((1,), countdown=200)
time.sleep(1)
ask = app.control.inspect(['celery@loopscope'])
HOST = 'celery@loopscope'
print(app.control.ping(), ask.ping(), app.control.inspect(['celery@nobody']).ping())
[active] = ask.active()[HOST]
print(active['id'] == first.id, active['name'], active['args'], active['acknowledged'], active['time_start'], active['delivery_info'])
print([job['id'] for job in ask.reserved()[HOST]] == [second.id])
[later] = ask.scheduled()[HOST]
print(later['request']['id'] == third.id, later['eta'], later['priority'])
print(ask.query_task(first.id, 'x')[HOST][first.id][0])
print(ask.registered()[HOST], ask.stats()[HOST]['total'])
print([queue['name'] for queue in ask.active_queues()[HOST]])
print(app.control.broadcast('nonsense', reply=True), app.control.broadcast('ping'))
second.get()
times = [result.get() for result in [limited.delay(number) for number in range(4)]]
print([round(when - times[0], 3) for when in times])
print(app.control.rate_limit('tasks.limited', '1/m', reply=True), app.control.rate_limit('tasks.x', '1/m', reply=True))
times = [result.get() for result in [limited.delay(number) for number in range(3)]]
print([round(when - times[0], 3) for when in times])
print(app.control.time_limit('tasks.nap', soft=1, reply=True))
print(repr(nap.delay(5).get(propagate=False)))
print(app.control.add_consumer('other', reply=True))
print(nap.apply_async((0,), queue='other').get())
app.control.shutdown()`,
  });
  const [active] = client.slice(1);
  expect(active).toBe(
    "True tasks.nap [20] True 0.0 {'exchange': '', 'routing_key': 'celery', 'priority': 0, 'redelivered': None}",
  );
  expect([client[0], ...client.slice(2)]).toEqual([
    "[{'celery@loopscope': {'ok': 'pong'}}] {'celery@loopscope': {'ok': 'pong'}} None",
    'True',
    'True 1970-01-01T00:03:20+00:00 6',
    'active',
    "['tasks.limited [rate_limit=2/s]', 'tasks.nap'] {'tasks.nap': 3}",
    "['celery']",
    `[{'celery@loopscope': {'error': "KeyError('nonsense')"}}] None`,
    '[0.0, 0.0, 0.5, 1.0]',
    "[{'celery@loopscope': {'ok': 'new rate limit set successfully'}}] [{'celery@loopscope': {'error': 'unknown task'}}]",
    '[0.0, 58.0, 118.0]',
    "[{'celery@loopscope': {'ok': 'time limits set successfully'}}]",
    'SoftTimeLimitExceeded()',
    "[{'celery@loopscope': {'ok': 'add consumer other'}}]",
    '0',
  ]);
  expect(log.filter((line) => /remote|New |consuming/.test(line)).map((line) => line.replace(/^.*?\] /, ''))).toEqual([
    'New rate limit for tasks of type tasks.limited: 1/m.',
    'New time limits for tasks of type tasks.nap: soft=1 hard=None',
    'Started consuming from other',
    'Got shutdown from remote',
  ]);
});
