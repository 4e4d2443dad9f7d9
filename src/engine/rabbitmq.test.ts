/** RabbitMQ as Python sees it, through pika: the ways of working that RabbitMQ's tutorials teach. The broker itself: celery/broker.test.ts. */
import { expect, test, vi } from 'vitest';
import type { Intervention } from '../scenario/intervention.ts';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

const OPEN = `
import json, sys, time, uuid
import pika
connection = pika.BlockingConnection(pika.ConnectionParameters(host='localhost'))
channel = connection.channel()
`;

/** What the processes print, the server apart. `programs` by name, in the order in which they are started. */
function play(programs: Readonly<Record<string, string>>, interventions: readonly Intervention[] = []) {
  const names = Object.keys(programs);
  const lines = names.map((name) => `${name}: python ${name}.py`);
  const files = Object.fromEntries(names.map((name) => [`${name}.py`, OPEN + programs[name]]));
  const Procfile = `${['rabbit: rabbitmq-server', ...lines].join('\n')}\n`;
  const { ending, stderr, stdout } = runHeadlessNow({ files: { Procfile, ...files }, interventions });
  expect([stderr, ending.kind]).toEqual(['', 'completed']);
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('rabbit'));
}

/** One file, and a server that it starts itself. */
function alone(text: string): string {
  const server = "import subprocess\nserver = subprocess.Popen(['rabbitmq-server'], stdout=subprocess.DEVNULL)\n";
  const { stderr, stdout } = runHeadlessNow({ files: { 'main.py': `${server}${OPEN}${text}\nserver.kill()\n` } });
  expect(stderr).toBe('');
  return stdout;
}

test('hello world: one sends, another one waits for it', () => {
  const lines = play({
    receive: `
channel.queue_declare(queue='hello')
def callback(ch, method, properties, body):
    print('received', body, method.routing_key, method.redelivered, method.delivery_tag, ch is channel)
channel.basic_consume(queue='hello', on_message_callback=callback, auto_ack=True)
print('waiting')
channel.start_consuming()
`,
    send: `
time.sleep(1)
channel.queue_declare(queue='hello')
channel.basic_publish(exchange='', routing_key='hello', body='Hello World!')
print('sent')
connection.close()
`,
  });
  expect(lines).toEqual([
    'receive.1 | waiting',
    'send.1 | sent',
    "receive.1 | received b'Hello World!' hello False 1 True",
  ]);
});

const WORKER = `
channel.queue_declare(queue='tasks', durable=True)
def callback(ch, method, properties, body):
    print(f'{time.time():g} began {body.decode()}{" again" if method.redelivered else ""}', flush=True)
    time.sleep(body.count(b'.'))
    print(f'{time.time():g} done {body.decode()}', flush=True)
    ch.basic_ack(delivery_tag=method.delivery_tag)
channel.basic_qos(prefetch_count=1)
channel.basic_consume(queue='tasks', on_message_callback=callback)
channel.start_consuming()
`;

const TASKS = (...bodies: readonly string[]) => `
time.sleep(1)
channel.queue_declare(queue='tasks', durable=True)
for body in ${JSON.stringify(bodies)}:
    channel.basic_publish('', 'tasks', body, pika.BasicProperties(delivery_mode=pika.DeliveryMode.Persistent))
`;

test('work queues: who is done first gets the next', () => {
  const lines = play({ a: WORKER, b: WORKER, send: TASKS('1...', '2.', '3.', '4.') });
  expect(lines).toEqual([
    'a.1 | 1 began 1...',
    'b.1 | 1 began 2.',
    'b.1 | 2 done 2.',
    'b.1 | 2 began 3.',
    'b.1 | 3 done 3.',
    'b.1 | 3 began 4.',
    'a.1 | 4 done 1...',
    'b.1 | 4 done 4.',
  ]);
});

test('a worker that works on something for long is not ended as one that waits', () => {
  const slow = (queue: string, automatic: string) => `
channel.queue_declare('${queue}')
def callback(ch, method, properties, body):
    time.sleep(80)
    print(f'{time.time():g} {body}')
    if method.consumer_tag == 'acks':
        ch.basic_ack(method.delivery_tag)
channel.basic_qos(prefetch_count=1)
channel.basic_consume('${queue}', callback, ${automatic})
channel.start_consuming()
`;
  const send = `
time.sleep(1)
for queue in 'pq' * 2:
    channel.basic_publish('', queue, queue)
`;
  const programs = { a: slow('p', "consumer_tag='acks'"), b: slow('q', 'auto_ack=True'), send };
  expect(play(programs).toSorted()).toEqual(["a.1 | 161 b'p'", "a.1 | 81 b'p'", "b.1 | 161 b'q'", "b.1 | 81 b'q'"]);
});

test('L3 a worker that is killed has not acknowledged: another one gets it, marked as delivered before', () => {
  const kill = { kind: 'signal', process: 'a.1', signal: 'SIGKILL', timeUs: 2e6 } as const;
  expect(play({ a: WORKER, b: WORKER, send: TASKS('1...') }, [kill])).toEqual([
    'a.1 | 1 began 1...',
    'b.1 | 2 began 1... again',
    'b.1 | 5 done 1...',
  ]);
});

const SUBSCRIBER = (exchange: string, type: string, ...keys: readonly string[]) => `
channel.exchange_declare(exchange='${exchange}', exchange_type='${type}')
name = channel.queue_declare(queue='', exclusive=True).method.queue
assert name.startswith('amq.gen-')
for key in ${JSON.stringify(keys)}:
    channel.queue_bind(exchange='${exchange}', queue=name, routing_key=key)
def callback(ch, method, properties, body):
    print(f'{method.routing_key}:{body.decode()}')
channel.basic_consume(queue=name, on_message_callback=callback, auto_ack=True)
channel.start_consuming()
`;

const PUBLISHER = (exchange: string, type: string, keys: readonly string[]) => `
channel.exchange_declare(exchange='${exchange}', exchange_type='${type}')
channel.basic_publish(exchange='${exchange}', routing_key='', body='too soon')
time.sleep(1)
for key in ${JSON.stringify(keys)}:
    channel.basic_publish(exchange='${exchange}', routing_key=key, body='x')
connection.close()
`;

test('publish and subscribe: everybody who listens gets a copy', () => {
  const listen = SUBSCRIBER('logs', 'fanout', '');
  const lines = play({ early: PUBLISHER('logs', 'fanout', ['k']), a: listen, b: listen });
  expect(lines.toSorted()).toEqual(['a.1 | k:x', 'b.1 | k:x']);
});

test('routing: everybody gets the keys asked for', () => {
  const lines = play({
    send: PUBLISHER('direct_logs', 'direct', ['info', 'error', 'debug']),
    all: SUBSCRIBER('direct_logs', 'direct', 'info', 'error'),
    errors: SUBSCRIBER('direct_logs', 'direct', 'error'),
  });
  expect(lines.toSorted()).toEqual(['all.1 | error:x', 'all.1 | info:x', 'errors.1 | error:x']);
});

test('topics: keys by pattern', () => {
  const lines = play({
    send: PUBLISHER('topic_logs', 'topic', ['kern.critical', 'kern.info', 'cron.critical', 'a.b.c']),
    all: SUBSCRIBER('topic_logs', 'topic', '#'),
    kern: SUBSCRIBER('topic_logs', 'topic', 'kern.*', '*.critical'),
  });
  expect(lines.filter((line) => line.startsWith('kern'))).toEqual([
    'kern.1 | kern.critical:x',
    'kern.1 | kern.info:x',
    'kern.1 | cron.critical:x',
  ]);
  expect(lines.filter((line) => line.startsWith('all'))).toHaveLength(4);
});

test('a call over queues: the answer comes to a queue of the caller, known by its correlation_id', () => {
  const lines = play({
    server: `
channel.queue_declare(queue='rpc_queue')
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def on_request(ch, method, props, body):
    n = int(body)
    print(f'fib({n})')
    ch.basic_publish(exchange='', routing_key=props.reply_to, body=str(fib(n)),
                     properties=pika.BasicProperties(correlation_id=props.correlation_id))
    ch.basic_ack(delivery_tag=method.delivery_tag)
channel.basic_qos(prefetch_count=1)
channel.basic_consume(queue='rpc_queue', on_message_callback=on_request)
channel.start_consuming()
`,
    client: `
time.sleep(1)
class Client:
    def __init__(self):
        self.callback_queue = channel.queue_declare(queue='', exclusive=True).method.queue
        channel.basic_consume(queue=self.callback_queue, on_message_callback=self.on_response, auto_ack=True)
    def on_response(self, ch, method, props, body):
        if self.corr_id == props.correlation_id:
            self.response = body
    def call(self, n):
        self.response = None
        self.corr_id = str(uuid.uuid4())
        channel.basic_publish(exchange='', routing_key='rpc_queue', body=str(n),
                              properties=pika.BasicProperties(reply_to=self.callback_queue, correlation_id=self.corr_id))
        while self.response is None:
            connection.process_data_events(time_limit=None)
        return int(self.response)
client = Client()
print(client.call(10), client.call(7))
`,
  });
  expect(lines).toEqual(['server.1 | fib(10)', 'server.1 | fib(7)', 'client.1 | 55 13']);
});

test('what the server says is wrong, in its words', () => {
  const text = `
def tell(name, *args, at=channel, **kwargs):
    at = connection.channel()
    if name == 'basic_publish':
        at.confirm_delivery()
    try:
        print(getattr(at, name)(*args, **kwargs))
    except pika.exceptions.AMQPError as error:
        print(repr(error), '|', error, '|', at.is_open)
print(channel.queue_declare('d'))
tell('queue_declare', 'd', durable=True)
tell('queue_declare', 'none', passive=True)
tell('exchange_declare', 'amq.y')
tell('basic_publish', 'none', 'd', b'')
tell('basic_publish', '', 'none', b'', mandatory=True)
tell('basic_publish', '', 'none', b'')
channel.queue_declare('short', arguments={'x-max-length': 1, 'x-overflow': 'reject-publish'})
tell('basic_publish', '', 'short', b'1')
tell('basic_publish', '', 'short', b'2')
late = connection.channel()
late.basic_ack(99)
try:
    late.queue_declare('d')
except pika.exceptions.ChannelClosedByBroker as error:
    print(repr(error))
channel.queue_declare('dead')
channel.queue_declare('w', arguments={'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead'})
channel.basic_publish('', 'w', 'm', pika.BasicProperties(expiration='20', delivery_mode=2))
time.sleep(1)
print(channel.basic_get('dead'))
print(channel.basic_get('dead'))
for one in (pika.ConnectionParameters(port=5680), pika.URLParameters('amqp://a:b@localhost/'), pika.URLParameters('amqp://localhost/no')):
    try:
        pika.BlockingConnection(one)
    except pika.exceptions.AMQPConnectionError as error:
        print(repr(error))
`;
  expect(alone(text)).toBe(`\
<METHOD(['channel_number=1', 'frame_type=1', "method=<Queue.DeclareOk(['consumer_count=0', 'message_count=0', 'queue=d'])>"])>
ChannelClosedByBroker: (406) "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'd' in vhost '/': received 'true' but current is 'false'" | (406, "PRECONDITION_FAILED - inequivalent arg 'durable' for queue 'd' in vhost '/': received 'true' but current is 'false'") | False
ChannelClosedByBroker: (404) "NOT_FOUND - no queue 'none' in vhost '/'" | (404, "NOT_FOUND - no queue 'none' in vhost '/'") | False
ChannelClosedByBroker: (403) "ACCESS_REFUSED - exchange name 'amq.y' contains reserved prefix 'amq.*'" | (403, "ACCESS_REFUSED - exchange name 'amq.y' contains reserved prefix 'amq.*'") | False
ChannelClosedByBroker: (404) "NOT_FOUND - no exchange 'none' in vhost '/'" | (404, "NOT_FOUND - no exchange 'none' in vhost '/'") | False
UnroutableError: 1 unroutable messages returned by broker | 1 unroutable message(s) returned | True
None
None
NackError: 0 unroutable messages returned by broker | 0 message(s) NACKed | True
ChannelClosedByBroker: (406) 'PRECONDITION_FAILED - unknown delivery tag 99'
(<Basic.GetOk(['delivery_tag=1', 'exchange=', 'message_count=0', 'redelivered=False', 'routing_key=dead'])>, <BasicProperties(['delivery_mode=2', "headers={'x-death': [{'count': 1, 'reason': 'expired', 'queue': 'w', 'time': datetime.datetime(1970, 1, 1, 0, 0), 'exchange': '', 'routing-keys': ['w'], 'original-expiration': '20'}], 'x-first-death-exchange': '', 'x-first-death-queue': 'w', 'x-first-death-reason': 'expired'}"])>, b'm')
(None, None, None)
AMQPConnectionError: (AMQPConnectorSocketConnectError: ConnectionRefusedError(111, 'Connection refused'),)
ProbableAuthenticationError: Client was disconnected at a connection stage indicating a probable authentication error: ("ConnectionClosedByBroker: (403) 'ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.'",)
ProbableAccessDeniedError: Client was disconnected at a connection stage indicating a probable denial of access to the specified virtual host: ("ConnectionClosedByBroker: (530) 'NOT_ALLOWED - vhost no not found'",)
`);
});

test('a server that dies takes its connections along, and has what is durable when it comes again', () => {
  const text = `
channel.queue_declare('kept', durable=True)
channel.queue_declare('gone')
for mode in (2, 1):
    channel.basic_publish('', 'kept', f'mode {mode}', pika.BasicProperties(delivery_mode=mode))
channel.basic_consume('gone', print)
# Until all is on disk.
connection.sleep(1)
server.kill()
server.wait()
try:
    channel.start_consuming()
except pika.exceptions.AMQPConnectionError as error:
    print(repr(error), connection.is_open)
server = subprocess.Popen(['rabbitmq-server'], stdout=subprocess.DEVNULL)
channel = pika.BlockingConnection().channel()
print(channel.basic_get('kept')[2], channel.basic_get('kept'))
try:
    channel.basic_get('gone')
except pika.exceptions.ChannelClosedByBroker as error:
    print(error)
`;
  expect(alone(text)).toBe(`\
StreamLostError: ("Stream connection lost: ConnectionResetError(104, 'Connection reset by peer')",) False
b'mode 2' (None, None, None)
(404, "NOT_FOUND - no queue 'gone' in vhost '/'")
`);
});

test('consume yields what comes; what it has not yielded goes back; other threads have their say', () => {
  const text = `
import threading
name = channel.queue_declare('', exclusive=True).method.queue
for n in range(3):
    channel.basic_publish('', name, f'm{n}')
for method, properties, body in channel.consume(name, inactivity_timeout=1):
    print(method.delivery_tag, body)
    channel.basic_ack(method.delivery_tag)
    if method.delivery_tag == 2:
        break
print(channel.cancel(), channel.queue_declare(name, passive=True).method.message_count)
connection.call_later(2, lambda: print('later', time.time()))
def other():
    time.sleep(3)
    connection.add_callback_threadsafe(lambda: print('from a thread', time.time()) or channel.stop_consuming())
threading.Thread(target=other).start()
channel.basic_consume(name, lambda ch, method, properties, body: print(body, method.redelivered), auto_ack=True)
channel.start_consuming()
with pika.BlockingConnection() as second, second.channel() as elsewhere:
    try:
        elsewhere.queue_declare(name, passive=True)
    except pika.exceptions.ChannelClosedByBroker as error:
        print(error.reply_code)
`;
  expect(alone(text)).toBe("1 b'm0'\n2 b'm1'\n1 1\nb'm2' True\nlater 2.0\nfrom a thread 3.0\n405\n");
});
