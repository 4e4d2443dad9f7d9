/** Celery over SQS, and over memory: what becomes of tasks whose worker ends, of what is rejected, and that nobody is told from afar. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import { eventsOf, type Played, play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const signal = (name: 'SIGKILL' | 'SIGTERM', seconds: number, id?: number) =>
  ({
    kind: 'signal',
    process: 'worker.1',
    signal: name,
    timeUs: seconds * 1e6,
    ...(id === undefined ? {} : { id }),
  }) as const;

const KILLED = [signal('SIGKILL', 3, 4204), signal('SIGKILL', 3, 4205)];

const JOB = (options: string, settings = '') => `
app.conf.worker_prefetch_multiplier = 1
app.conf.broker_transport_options = {'visibility_timeout': 60, ${settings}}
@app.task(${options})
def job(seconds):
    time.sleep(seconds)
    return time.time()`;

const reasons = ({ trace }: Played): readonly string[] =>
  eventsOf(trace, 'envelope.returned').map(({ reason }) => reason);

test.each([
  // One is acknowledged when it starts and lost; the other only received, and there again after the timeout.
  {
    what: 'killed, acknowledged early',
    options: '',
    kill: KILLED,
    states: '[None, 61.0]',
    back: ['visibility timeout'],
  },
  // A window of one: the other was not even received.
  {
    what: 'killed, acknowledged late',
    options: 'acks_late=True',
    kill: KILLED,
    states: '[70.0, 16.0]',
    back: ['visibility timeout'],
  },
  // A clean end: what was only received is there again after ten seconds.
  { what: 'asked to end', options: '', kill: [signal('SIGTERM', 3)], states: '[10.0, 21.0]', back: ['closed'] },
])('SQS, a worker $what: ends at $states', ({ back, kill, options, states }) => {
  const played = play({
    broker: 'sqs://',
    worker: '-l INFO -c 1',
    tasks: JOB(options),
    client: `
results = [job.delay(10), job.delay(1)]
time.sleep(100)
print([result.result for result in results])`,
    interventions: [...kill, { kind: 'restart', process: 'worker.1', timeUs: 15e6 }],
  });
  expect(played.client).toEqual([states]);
  expect(reasons(played)).toEqual(back);
  expect(played.log[0]).toBe('00:00:00,000: INFO/MainProcess] Connected to sqs://localhost//');
});

test('SQS: a late task that is longer than the visibility timeout runs again, while it runs', () => {
  const played = play({
    broker: 'sqs://',
    worker: '-c 2',
    tasks: JOB('acks_late=True'),
    client: `
result = job.delay(70)
time.sleep(140)
print(result.state, result.result)`,
  });
  expect(played.client).toEqual(['SUCCESS 70.0']);
  expect(eventsOf(played.trace, 'envelope.began').length).toBe(2);
  expect(reasons(played)).toEqual(['visibility timeout']);
});

test('SQS: what is rejected comes back until its queue has had it often enough; nobody is told from afar', () => {
  const policy = `{"deadLetterTargetArn": "arn:aws:sqs:us-east-1:1:poison", "maxReceiveCount": "3"}`;
  const played = play({
    broker: 'sqs://',
    worker: '-c 1',
    tasks: `${JOB('', `'sqs-creation-attributes': {'RedrivePolicy': '${policy}'}`)}
@app.task(bind=True, acks_late=True)
def refuse(self, requeue):
    open('told', 'a').write(f'{requeue} {time.time()} {self.request.delivery_info["redelivered"]}\\n')
    raise Reject('no', requeue=requeue)`,
    client: `
for requeue in (True, False):
    refuse.delay(requeue)
    time.sleep(200)
print(open('told').read(), end='')
with app.connection() as connection:
    queue = connection.SimpleQueue('poison')
    print(queue.qsize())
print(app.control.ping(), app.control.inspect().active(), app.control.revoke('x'))
print(connection.as_uri(), connection.supports_exchange_type('fanout'))`,
  });
  expect(played.client).toEqual([
    ...['True 0.0 None', 'True 10.0 None', 'True 20.0 None'],
    ...['False 200.0 None', 'False 260.0 None', 'False 320.0 None'],
    '2',
    '[] None None',
    'sqs://localhost// False',
  ]);
  expect(eventsOf(played.trace, 'envelope.deadLettered').map(({ reason }) => reason)).toEqual([
    'maxReceiveCount',
    'maxReceiveCount',
  ]);
});

test('memory: tasks stay in their process; nothing is redelivered, and what is open at the end is lost', () => {
  const { stdout } = runHeadlessNow({
    files: {
      'main.py': `
import threading, time
from kombu import Connection, Exchange, Queue
with Connection('memory://') as connection:
    queue = connection.SimpleQueue('jobs')
    for number in range(3):
        queue.put(number)
    message = queue.get()
    print(message.payload, message.delivery_info.get('redelivered'), 'redelivered' in message.headers)
    message.requeue()
    for message in [queue.get() for _ in range(3)]:
        print(message.payload, message.delivery_info.get('redelivered'))
    message.reject()
    topic = Exchange('logs', 'topic')
    queues = [Queue(name, topic, routing_key=name) for name in ('a.*.c', 'a.#', '*')]
    for one in queues:
        one(connection.default_channel).declare()
    producer = connection.Producer(exchange=topic)
    for key in ('a.b.c', 'a.b.b.c', 'a', 'a.x', 'nobody.at.all'):
        producer.publish(key, routing_key=key)
    for one in queues:
        got = iter(one(connection.default_channel).get, None)
        print(one.name, [message.payload for message in got])
with Connection('memory://') as connection:
    print(connection.SimpleQueue('jobs').qsize())
`,
    },
  });
  expect(stdout.trimEnd().split('\n')).toEqual([
    '0 None False',
    ...['1 None', '2 None', '0 None'],
    "a.*.c ['a.b.c', 'a.b.b.c']",
    "a.# ['a.b.c', 'a.b.b.c', 'a.x']",
    "* ['a.b.c', 'a.b.b.c', 'a', 'a.x', 'nobody.at.all']",
    '0',
  ]);
});
