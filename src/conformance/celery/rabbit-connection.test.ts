/** Programs of Celery and Kombu over RabbitMQ: brokers that go and come back, what a publisher hears, results over RPC. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from '../../engine/headless.ts';
import { play } from './celery.fixture.ts';

vi.setConfig({ testTimeout: 240_000 });

const RABBIT = 'amqp://guest:guest@localhost:5672//';

const LATE = '@app.task(acks_late=True)\ndef job(seconds):\n    time.sleep(seconds)\n    return time.time()';

/** What the log says, without the time and the name of the process. */
const said = (log: readonly string[]) => log.map((line) => line.replace(/^[^\]]*\] /, ''));

test('a worker whose broker is gone tries again, and runs anew what it had not acknowledged', () => {
  const { client, log } = play({
    broker: RABBIT,
    tasks: LATE,
    client: `
results = [job.delay(10), job.delay(10)]
time.sleep(6)
try:
    job.delay(1)
except Exception as error:
    print(repr(error), repr(error.__cause__), round(time.time(), 6))
print([result.get() for result in results])
print(job.delay(1).get())`,
    interventions: [
      { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 5e6 },
      { kind: 'restart', process: 'rabbit.1', timeUs: 8e6 },
    ],
  });
  expect(client).toEqual([
    "OperationalError('[Errno 111] Connection refused') ConnectionRefusedError(111, 'Connection refused') 6.6",
    '[10.0, 10.0]',
    '22.0',
  ]);
  const lines = said(log);
  expect(lines.filter((line) => line.startsWith('consumer: Cannot connect')).length).toBe(2);
  expect(lines).toContain('consumer: Connection to broker lost. Trying to re-establish the connection...');
  expect(lines.filter((line) => line.startsWith("Couldn't ack"))).toEqual(
    [1, 2].map(
      (tag) => `Couldn't ack ${tag}, reason:RecoverableConnectionError(None, 'connection already closed', None, '')`,
    ),
  );
  expect(lines.filter((line) => line.endsWith('received')).length).toBe(5);
  expect(lines.filter((line) => line.includes('succeeded')).length).toBe(5);
  expect(lines).toContain('Resuming normal operations following a restart.');
});

test('a worker may end what it could not acknowledge; what it is told over RabbitMQ it knows afterwards', () => {
  const { client, log } = play({
    broker: RABBIT,
    tasks: `${LATE}\napp.conf.worker_cancel_long_running_tasks_on_connection_loss = True`,
    client: `
time.sleep(1)
results = [job.delay(10), job.delay(10), job.delay(10)]
later = job.apply_async((1,), countdown=20)
app.control.revoke(results[2].id)
time.sleep(1)
inspect = app.control.inspect()
print(inspect.ping(), inspect.stats()['celery@loopscope']['prefetch_count'])
print([result.get(propagate=False) for result in results], later.get())`,
    interventions: [
      { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 6e6 },
      { kind: 'restart', process: 'rabbit.1', timeUs: 7e6 },
    ],
  });
  expect(client).toEqual(["{'celery@loopscope': {'ok': 'pong'}} 9", "[18.0, 18.0, TaskRevokedError('revoked')] 22.0"]);
  expect(said(log).filter((line) => line.endsWith('since late acknowledgement is enabled for it.')).length).toBe(2);
});

test('S52 results over RPC are read once, by whoever sent the task; the settings may say that nothing is kept', () => {
  const { client } = play({
    broker: RABBIT,
    backend: 'rpc://',
    tasks: `
@app.task
def square(x):
    return x * x
none = Celery('none', broker='${RABBIT}', backend='disabled://')`,
    client: `
import subprocess, sys
result = square.delay(5)
print(result.get(timeout=5), result.state)
ask = "from tasks import app; import sys; result = app.AsyncResult(sys.argv[1]); print(result.state, result.ready())"
subprocess.run([sys.executable or 'python', '-c', ask, result.id])
try:
    app.AsyncResult('unknown').get(timeout=2)
except Exception as error:
    print(type(error).__name__, error)
try:
    none.AsyncResult(result.id).get()
except NotImplementedError as error:
    print(error)`,
  });
  expect(client).toEqual([
    '25 SUCCESS',
    'PENDING False',
    'TimeoutError The operation timed out.',
    'No result backend is configured.',
    'Please see the documentation for more information.',
  ]);
});

test('results in a database stay there for everybody, and what comes later overwrites them', () => {
  const { client } = play({
    broker: RABBIT,
    backend: 'db+sqlite:///results.sqlite',
    tasks: `
@app.task
def add(x, y):
    return x + y
@app.task
def total(numbers):
    return sum(numbers)`,
    client: `
result = add.delay(2, 3)
print(result.state, result.get(timeout=10), result.state, time.time())
print(chord([add.s(1, 1), add.s(2, 2)])(total.s()).get())
app.backend.store(result.id, None, 'REVOKED')
print(app.AsyncResult(result.id).state, app.AsyncResult('unknown').state, app.backend.shown)
result.forget()
print(result.state)
try:
    Celery('other', broker='${RABBIT}', backend='db+postgresql://host/name').backend
except Exception as error:
    print(type(error).__name__)`,
  });
  expect(client).toEqual([
    'PENDING 5 SUCCESS 0.5',
    '6',
    'REVOKED PENDING sqlite:///results.sqlite',
    'PENDING',
    'ImproperlyConfigured',
  ]);
});

/** One program, and a server that it starts itself. */
function alone(text: string): readonly string[] {
  const { stderr, stdout } = runHeadlessNow({
    files: {
      'main.py': `import socket, subprocess
server = subprocess.Popen(['rabbitmq-server'], stdout=subprocess.DEVNULL)
from kombu import Connection, Consumer, Exchange, Producer, Queue
def told(action, *args, **kwargs):
    try:
        return action(*args, **kwargs)
    except Exception as error:
        return error
with Connection('${RABBIT}') as connection:
${text.replaceAll(/^/gm, '    ')}
server.kill()`,
    },
  });
  expect(stderr).toBe('');
  return stdout.trimEnd().split('\n');
}

test('Kombu declares, sends, reads and acknowledges as RabbitMQ does', () => {
  const lines = alone(`
logs = Exchange('logs', 'topic')
queue = Queue('some', logs, 'a.#', durable=False, auto_delete=True)
print(connection.connected, queue)
bound = queue(connection)
print(connection.connected, connection.as_uri(), bound, bound.declare())
producer = Producer(connection, logs, 'a.b')
producer.publish({'n': 1}, headers={'h': 2}, expiration=10, declare=[queue])
message = bound.get()
print(message.payload, message.properties['application_headers'], message.properties['expiration'], message.properties['delivery_mode'])
print({key: value for key, value in message.delivery_info.items() if key != 'delivery_tag'})
message.requeue()
def got(body, message):
    print(body, message.delivery_info['redelivered'], message.delivery_info['consumer_tag'], message.channel.channel_id)
    message.ack()
with Consumer(connection, queue, callbacks=[got], prefetch_count=1):
    producer.publish('two')
    connection.drain_events()
    connection.drain_events()
    print(repr(told(connection.drain_events, timeout=1)))
simple = connection.SimpleQueue('simple')
simple.put([1, 2])
print(simple.qsize())
message = simple.get()
print(message.payload, message.delivery_info['routing_key'])
message.ack()
print(repr(told(message.ack)), repr(told(simple.get, timeout=1)))`);
  expect(lines).toEqual([
    'False <unbound Queue some -> <unbound Exchange logs(topic)> -> a.#>',
    'True amqp://guest:**@127.0.0.1:5672// <Queue some -> <Exchange logs(topic) bound to chan:1> -> a.# bound to chan:1> some',
    "{'n': 1} {'h': 2} 10000 2",
    "{'redelivered': False, 'exchange': 'logs', 'routing_key': 'a.b', 'message_count': 0}",
    "{'n': 1} True None1 1",
    'two False None1 1',
    "TimeoutError('timed out')",
    '1',
    '[1, 2] simple',
    "MessageStateError('Message already acknowledged with state: ACK') Empty()",
  ]);
});

test('what RabbitMQ refuses Kombu raises; a publish that is refused says so with confirms, and later without', () => {
  const lines = alone(`
Queue('some', durable=False)(connection).declare()
print(repr(told(Queue('some')(connection.channel()).declare)))
print(repr(told(connection.channel().queue_declare, 'nope', passive=True)))
channel = connection.channel()
returned = lambda error, exchange, key, message: print(repr(error), repr(exchange), key, message.body)
Producer(channel, on_return=returned).publish('lost', routing_key='nowhere', mandatory=True)
connection.drain_events(timeout=1)
Producer(channel).publish('lost', exchange='nope', routing_key='key')
print(repr(told(Producer(channel).publish, 'again', routing_key='some')))
with Connection('${RABBIT}', transport_options={'confirm_publish': True}) as other:
    Queue('small', durable=False, max_length=1, queue_arguments={'x-overflow': 'reject-publish'})(other).declare()
    producer = Producer(other)
    producer.publish('one', routing_key='small')
    print(repr(told(producer.publish, 'two', routing_key='small')))
for url in 'amqp://guest:bad@localhost//', 'amqp://localhost/other', 'amqp://localhost:5673', 'nats://localhost':
    print(repr(told(lambda: Connection(url).connect())))`);
  expect(lines).toEqual([
    `PreconditionFailed(406, "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'some' in vhost '/': received 'true' but current is 'false'", (50, 10), 'Queue.declare')`,
    `NotFound(404, "NOT_FOUND - no queue 'nope' in vhost '/'", (50, 10), 'Queue.declare')`,
    "ChannelError(312, 'NO_ROUTE', (60, 50), 'Basic.return') '' nowhere b'lost'",
    `NotFound(404, "NOT_FOUND - no exchange 'nope' in vhost '/'", (60, 40), 'Basic.publish')`,
    'MessageNacked()',
    "AccessRefused(403, 'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.', (0, 0), '')",
    "NotAllowed(530, 'NOT_ALLOWED - vhost other not found', (10, 40), 'Connection.open')",
    "ConnectionRefusedError(111, 'Connection refused')",
    "KeyError('No such transport: nats')",
  ]);
});
