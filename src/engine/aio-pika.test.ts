/** RabbitMQ through aio_pika: the ways of working that RabbitMQ's tutorials teach, and connections that come back. */
import { expect, test, vi } from 'vitest';
import type { Intervention } from '../scenario/intervention.ts';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 120_000 });

const HEAD = `
import asyncio, logging, sys, uuid
from aio_pika import *
from aio_pika import exceptions
from aio_pika.abc import AbstractIncomingMessage
from aio_pika.patterns import RPC, Master
URL = 'amqp://guest:guest@localhost/'
async def main():
    connection = await connect_robust(URL)
    async with connection:
        channel = await connection.channel()
`;

/** What the processes print, the server apart. `programs` by name: what their main does once it has a channel. */
function play(programs: Readonly<Record<string, string>>, interventions: readonly Intervention[] = []) {
  const names = Object.keys(programs);
  const lines = names.map((name) => `${name}: python ${name}.py`);
  const files = Object.fromEntries(names.map((name) => [`${name}.py`, programOf(programs[name] ?? '')]));
  const Procfile = ['rabbit: rabbitmq-server', ...lines].join('\n');
  const { ending, stderr, stdout } = runHeadlessNow({ files: { Procfile, ...files }, interventions });
  expect(ending.kind).toBe('completed');
  const printed = stdout.split('\n').filter((line) => line !== '' && !line.startsWith('rabbit'));
  return { printed, warned: stderr.trimEnd() };
}

const programOf = (body: string) => `${HEAD}${body.trim().replaceAll(/^/gm, '        ')}\nasyncio.run(main())\n`;

test('hello world, and tasks for workers: fairly, by acknowledgements', () => {
  const worker = `
await channel.set_qos(prefetch_count=1)
queue = await channel.declare_queue('tasks', durable=True)
async def on_message(message: AbstractIncomingMessage) -> None:
    async with message.process():
        print('got', message.body.decode(), message.redelivered)
        await asyncio.sleep(message.body.count(b'.'))
        print('done', asyncio.get_running_loop().time())
await queue.consume(on_message)
await asyncio.Future()`;
  const { printed, warned } = play({
    one: worker,
    two: worker,
    send: `
await asyncio.sleep(1)
queue = await channel.declare_queue('hello')
await channel.default_exchange.publish(Message(b'Hello World!'), routing_key=queue.name)
message = await queue.get()
print(message.body, message.routing_key, repr(message.exchange), message.delivery_mode)
await message.ack()
for text in 'a...', 'b.', 'c.', 'd.':
    await channel.default_exchange.publish(
        Message(text.encode(), delivery_mode=DeliveryMode.PERSISTENT), routing_key='tasks')`,
  });
  expect(warned).toBe('');
  expect(printed).toEqual([
    "send.1 | b'Hello World!' hello '' 1",
    'one.1 | got a... False',
    'two.1 | got b. False',
    'two.1 | done 2.0',
    'two.1 | got c. False',
    'two.1 | done 3.0',
    'two.1 | got d. False',
    'one.1 | done 4.0',
    'two.1 | done 4.0',
  ]);
});

test('publish and subscribe, routing, topics: each gets what it is bound to', () => {
  const receiver = (type: string, keys: string) => `
exchange = await channel.declare_exchange('x-${type}', ExchangeType.${type})
queue = await channel.declare_queue(exclusive=True)
for key in ${keys}:
    await queue.bind(exchange, routing_key=key)
async with queue.iterator() as iterator:
    async for message in iterator:
        async with message.process():
            print(message.routing_key, message.body.decode())`;
  const { printed } = play({
    all: receiver('FANOUT', "['']"),
    errors: receiver('DIRECT', "['error']"),
    both: receiver('DIRECT', "['info', 'error']"),
    kern: receiver('TOPIC', "['kern.*', '*.critical']"),
    send: `
await asyncio.sleep(1)
for name, keys in ('FANOUT', ['']), ('DIRECT', ['info', 'error', 'debug']), ('TOPIC', ['kern.critical', 'cron.info', 'cron.critical']):
    exchange = await channel.declare_exchange(f'x-{name}', ExchangeType[name])
    for key in keys:
        print(key, type(await exchange.publish(Message(b'text'), routing_key=key)).__name__)
        await asyncio.sleep(1)`,
  });
  expect(printed).toEqual([
    'send.1 |  Ack',
    'all.1 |  text',
    'send.1 | info Ack',
    'both.1 | info text',
    'send.1 | error Ack',
    'errors.1 | error text',
    'both.1 | error text',
    'send.1 | debug Return',
    'send.1 | kern.critical Ack',
    'kern.1 | kern.critical text',
    'send.1 | cron.info Return',
    'send.1 | cron.critical Ack',
    'kern.1 | cron.critical text',
  ]);
});

test('remote calls, by hand and by the pattern RPC; work by the pattern Master', () => {
  const { printed } = play({
    server: `
exchange = channel.default_exchange
queue = await channel.declare_queue('rpc_queue')
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
async def serve():
    async with queue.iterator() as calls:
        async for message in calls:
            async with message.process(requeue=False):
                print('fib', int(message.body))
                answer = str(fib(int(message.body))).encode()
                await exchange.publish(Message(answer, correlation_id=message.correlation_id), routing_key=message.reply_to)
async def multiply(*, x, y):
    if y == 0:
        raise ValueError('no')
    return x * y
async def job(*, number):
    print('job', number)
rpc = await RPC.create(channel)
await rpc.register('multiply', multiply, auto_delete=True)
await Master(channel).create_worker('job', job, auto_delete=True)
await serve()`,
    client: `
await asyncio.sleep(1)
futures = {}
callback_queue = await channel.declare_queue(exclusive=True)
async def on_response(message):
    futures.pop(message.correlation_id).set_result(message.body)
await callback_queue.consume(on_response, no_ack=True)
async def call(n):
    correlation_id = str(uuid.uuid4())
    futures[correlation_id] = asyncio.get_running_loop().create_future()
    await channel.default_exchange.publish(
        Message(str(n).encode(), content_type='text/plain', correlation_id=correlation_id, reply_to=callback_queue.name),
        routing_key='rpc_queue')
    return int(await futures[correlation_id])
print(await asyncio.gather(call(5), call(10)))
rpc = await RPC.create(channel)
print(await rpc.proxy.multiply(x=6, y=7))
for name, arguments in ('multiply', {'x': 1, 'y': 0}), ('nobody', {}):
    try:
        await rpc.call(name, kwargs=arguments)
    except Exception as error:
        print(type(error).__name__, error.args[0])
await Master(channel).proxy.job(number=3)`,
  });
  expect(printed).toEqual([
    'server.1 | fib 5',
    'server.1 | fib 10',
    'client.1 | [5, 55]',
    'client.1 | 42',
    'client.1 | ValueError no',
    'client.1 | MessageProcessError Message has been returned',
    'server.1 | job 3',
  ]);
});

test('what is confirmed, comes back or is refused; what raises in its context is rejected', () => {
  const { printed } = play({
    main: `
def told(error):
    print(type(error).__name__, error)
queue = await channel.declare_queue('some', auto_delete=True)
channel.return_callbacks.add(lambda channel, message: print('came back', message.body))
await channel.default_exchange.publish(Message(b'lost'), 'nowhere')
strict = await connection.channel(on_return_raises=True)
small = await strict.declare_queue(exclusive=True, arguments={'x-max-length': 1, 'x-overflow': 'reject-publish'})
for key in 'nowhere', small.name, small.name:
    try:
        print(await strict.default_exchange.publish(Message(b'text'), key))
    except exceptions.DeliveryError as error:
        print(type(error).__name__, error.args[0])
dead = await channel.declare_queue('dead')
queue = await channel.declare_queue('alive', arguments={'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead'})
for text in b'one', b'two':
    await channel.default_exchange.publish(Message(text), 'alive')
for requeue in True, False, False:
    message = await queue.get()
    try:
        async with message.process(requeue=requeue):
            raise ValueError(message.body)
    except ValueError as error:
        print(error, message.redelivered, message.processed)
message = await dead.get()
print(message.body, message.headers['x-death'][0]['reason'])
for settle in message.ack, message.reject:
    try:
        await settle()
    except Exception as error:
        print(type(error).__name__, error.args[0])
try:
    await queue.get()
except exceptions.QueueEmpty:
    print('empty', await queue.get(fail=False))
for ask in channel.get_queue('nope'), channel.declare_queue('other'):
    try:
        await ask
    except Exception as error:
        print(type(error).__name__, error)
print(channel.is_closed, strict.is_closed, connection, repr(connection))
for url in 'amqp://guest:bad@localhost/', 'amqp://localhost:5673/':
    try:
        await connect(url)
    except Exception as error:
        print(type(error).__name__, error)`,
  });
  expect(printed.map((line) => line.slice('main.1 | '.length).replace(/0x\w+/, '0x'))).toEqual([
    "came back b'lost'",
    'PublishError NO_ROUTE',
    '<Basic.Ack object at 0x>',
    'DeliveryError None',
    "b'one' False True",
    "b'one' True True",
    "b'two' False True",
    "b'one' rejected",
    'MessageProcessError Message already processed',
    'empty None',
    "ChannelNotFoundEntity NOT_FOUND - no queue 'nope' in vhost '/'",
    'ChannelInvalidStateError Channel has been closed',
    'True False amqp://guest:******@localhost/ <RobustConnection: "amqp://guest:******@localhost/" 2 channels>',
    'ProbableAuthenticationError ACCESS_REFUSED - Login was refused using authentication mechanism PLAIN. For details see the broker logfile.',
    "ConnectionError [Errno 111] Connect call failed ('127.0.0.1', 5673)",
  ]);
});

test('a robust connection comes back with its queue and its consumer, and what was not acknowledged comes again', () => {
  const { printed, warned } = play(
    {
      reader: `
await channel.set_qos(prefetch_count=1)
queue = await channel.declare_queue('tasks', durable=True)
connection.reconnect_callbacks.add(lambda *_: print('back at', asyncio.get_running_loop().time()))
async def work(message):
    print(message.body, message.redelivered, asyncio.get_running_loop().time())
    await asyncio.sleep(3)
    try:
        await message.ack()
    except exceptions.ChannelInvalidStateError as error:
        print(error)
await queue.consume(work)
await asyncio.Future()`,
      writer: `
for text in b'one', b'two':
    await channel.default_exchange.publish(Message(text, delivery_mode=2), 'tasks')
await asyncio.sleep(2)
await channel.default_exchange.publish(Message(b'three', delivery_mode=2), 'tasks')`,
    },
    [
      { kind: 'signal', process: 'rabbit.1', signal: 'SIGKILL', timeUs: 1e6 },
      { kind: 'restart', process: 'rabbit.1', timeUs: 8e6 },
    ],
  );
  expect(printed).toEqual([
    "reader.1 | b'one' False 0.0",
    'reader.1 | Channel has been closed',
    'reader.1 | back at 11.0',
    "reader.1 | b'one' True 11.0",
    "reader.1 | b'two' False 14.0",
    "reader.1 | b'three' False 17.0",
  ]);
  expect(warned.split('\n').length).toBe(2);
  expect(warned).toContain(
    'Connection attempt to "amqp://guest:******@localhost/" failed: ' +
      "[Errno 111] Connect call failed ('127.0.0.1', 5672). Reconnecting after 5.0 seconds.",
  );
});
