/** The channel layers of Channels 4 as Python sees them: what its own tests and those of channels_redis say of them, restated. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

const BEGINNING = `import asyncio, subprocess, time
from channels.exceptions import ChannelFull
from channels.layers import InMemoryChannelLayer
from channels_redis.core import RedisChannelLayer
from channels_redis.pubsub import RedisPubSubChannelLayer

async def got(layer, channel, seconds=0.1):
    try:
        return await asyncio.wait_for(layer.receive(channel), seconds)
    except TimeoutError:
        return 'nothing'
`;
const SERVER = `subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
`;

function outputOf(text: string): string[] {
  const { stderr, stdout } = runHeadlessNow({ files: { 'main.py': BEGINNING + text } });
  return [...stdout.trimEnd().split('\n'), ...stderr.split('\n').filter((line) => line !== '')];
}

/** A program that does the same with the layer in memory and with that in Redis. */
function withBoth(body: string): string[] {
  const lines = body.trim().split('\n').join('\n    ');
  return outputOf(`${SERVER}async def main(layer):
    ${lines}
for layer in InMemoryChannelLayer(capacity=3, expiry=2), RedisChannelLayer(capacity=3, expiry=2):
    asyncio.run(main(layer))
`);
}

function twice(...lines: string[]): string[] {
  return [...lines, ...lines];
}

test('messages come as they were sent, once; one more than fits is refused', () => {
  const lines = withBoth(`
for n in range(3):
    await layer.send('x', {'type': 'a', 'n': n})
try:
    await layer.send('x', {})
except ChannelFull as error:
    print(type(error).__name__)
print([(await layer.receive('x'))['n'] for _ in range(3)], await got(layer, 'x'))
name = await layer.new_channel()
await layer.send(name, {'to': 'me'})
print(await layer.receive(name), name.startswith('specific.'), name.count('!'))
`);
  expect(lines).toEqual(twice('ChannelFull', '[0, 1, 2] nothing', "{'to': 'me'} True 1"));
});

test('channels of one process share a capacity in Redis, and have one each in memory', () => {
  const lines = withBoth(`
for number in range(4):
    try:
        await layer.send(f'p!{number}', {})
    except ChannelFull:
        print('full', number)
print('sent')
`);
  expect(lines).toEqual(['sent', 'full 3', 'sent']);
});

test('a group has who was added and not discarded; what does not fit is dropped without an error', () => {
  const lines = withBoth(`
names = [await layer.new_channel() for _ in range(3)]
for name in names:
    await layer.group_add('all', name)
await layer.group_discard('all', names[1])
for n in range(5):
    await layer.group_send('all', {'n': n})
print([[(await got(layer, name))for _ in range(4)] for name in names])
`);
  const three = "[{'n': 0}, {'n': 1}, {'n': 2}, 'nothing']";
  const none = "['nothing', 'nothing', 'nothing', 'nothing']";
  expect(lines).toEqual(twice(`[${three}, ${none}, ${three}]`));
});

test('names that are not allowed, and what is said of them', () => {
  const lines = withBoth(`
for name in ('foo?x', 'foo?', 'a!b!c', '!x', '', 'x' * 100, 'caf\\u00e9', 5):
    try:
        await layer.send(name, {})
    except TypeError as error:
        print(str(error).rpartition(', ')[2][:12])
for call in (layer.send('x', []), layer.send('x', {'__asgi_channel__': 1}), layer.group_add('a!b', 'x'), layer.group_send('x?', {})):
    try:
        await call
    except (AssertionError, TypeError) as error:
        print(type(error).__name__)
`);
  const said = ['foo?x', 'foo?', 'a!b!c', '!x', '', 'x'.repeat(100), 'café', '5'].map((name) =>
    `not ${name}`.slice(0, 12).padEnd(4),
  );
  expect(lines).toEqual(twice(...said, 'AssertionError', 'AssertionError', 'TypeError', 'TypeError'));
});

test('a message that nobody reads in time is gone; one that comes later is not', () => {
  const lines = withBoth(`
await layer.send('x', {'n': 1})
await asyncio.sleep(3)
await layer.send('x', {'n': 2})
print(await layer.receive('x'), await got(layer, 'x'))
`);
  expect(lines).toEqual(twice("{'n': 2} nothing"));
});

test('who has waited longest for a channel gets its next message; who gives up stands in nobodys way', () => {
  const lines = withBoth(`
name = await layer.new_channel()
first = asyncio.create_task(layer.receive(name))
second = asyncio.create_task(layer.receive(name))
third = asyncio.create_task(layer.receive(name))
await asyncio.sleep(0.5)
second.cancel()
await layer.send(name, {'n': 1})
await layer.send(name, {'n': 2})
print(await first, await third, second.cancelled())
`);
  expect(lines).toEqual(twice("{'n': 1} {'n': 2} True"));
});

test('in memory: a queue is there as long as something stands in it; the reader of another channel finds what has expired', () => {
  const lines = outputOf(`async def main():
    layer = InMemoryChannelLayer(expiry=1, capacity=1)
    await layer.send('x', {})
    await layer.group_add('all', 'x')
    print(layer.channels, layer.groups)
    await asyncio.sleep(1.5)
    try:
        await layer.send('x', {})
    except ChannelFull as error:
        print(repr(error))
    print(await got(layer, 'y'), layer.channels, layer.groups)
    message = {'deep': [1]}
    await layer.send('x', message)
    message['deep'].append(2)
    print(await layer.receive('x'), layer.channels, await layer.new_channel('p'))
asyncio.run(main())
`);
  expect(lines.slice(0, 3)).toEqual(["{'x': 1} {'all': ['x']}", "ChannelFull('x')", 'nothing {} {}']);
  expect(lines[3]).toMatch(/^\{'deep': \[1\]\} \{\} p\.inmemory![a-zA-Z]{12}$/);
});

test('S26: what is too much stays outside with an error, or pushes the oldest out of the buffer of its channel', () => {
  const lines = outputOf(`${SERVER}async def main():
    layer = RedisChannelLayer(capacity=3)
    name = await layer.new_channel()
    async def consumer():
        seen = [(await layer.receive(name))['m']]
        await asyncio.sleep(10)
        return seen + [(await layer.receive(name))['m'] for _ in range(3)]
    for other in (None, layer.receive(await layer.new_channel())):
        other = other and asyncio.create_task(other)
        task = asyncio.create_task(consumer())
        for m in range(6):
            await asyncio.sleep(1)
            try:
                await layer.send(name, {'m': m})
            except ChannelFull:
                print('full', m)
        print(await task)
asyncio.run(main())
`);
  expect(lines).toEqual(['full 4', 'full 5', '[0, 1, 2, 3]', '[0, 3, 4, 5]']);
});

test('S25: one copy of a message for each process of a group, and one frame for each member', () => {
  const files = {
    Procfile: 'redis: redis-server\nx: python member.py 1\ny: python member.py 2\nsend: python send.py\n',
    'member.py': `import asyncio, sys
from channels_redis.core import RedisChannelLayer
layer = RedisChannelLayer()
async def member(n):
    name = await layer.new_channel()
    await layer.group_add('room', name)
    while True:
        print(n, await layer.receive(name))
async def main():
    await asyncio.gather(*map(member, range(int(sys.argv[1]))))
asyncio.run(main())
`,
    'send.py': `import asyncio
from channels_redis.core import RedisChannelLayer
async def main():
    await asyncio.sleep(1)
    await RedisChannelLayer().group_send('room', {'text': 'hi'})
asyncio.run(main())
`,
  };
  const lines = runHeadlessNow({ files }).stdout.split('\n');
  expect(lines.filter((line) => line.includes('hi')).sort()).toEqual([
    "x.1 | 0 {'text': 'hi'}",
    "y.1 | 0 {'text': 'hi'}",
    "y.1 | 1 {'text': 'hi'}",
  ]);
});

test('a channel of another process cannot be received from; two loops cannot share a reader', () => {
  const lines = outputOf(`import threading
${SERVER}layer = RedisChannelLayer()
async def main():
    try:
        await layer.receive('specific.other!x')
    except AssertionError as error:
        print(error)
    name = await layer.new_channel()
    task = asyncio.create_task(layer.receive(name))
    await asyncio.sleep(0)
    def other():
        try:
            asyncio.run(layer.receive(name))
        except RuntimeError as error:
            print(error)
    await asyncio.to_thread(other)
    task.cancel()
asyncio.run(main())
print(asyncio.run(got(layer, 'normal')))
`);
  expect(lines).toEqual([
    'Wrong client prefix',
    'Two event loops are trying to receive() on one channel layer at once!',
    'nothing',
  ]);
});

test('published messages reach who has subscribed at that moment, and wait there without limit', () => {
  const lines = outputOf(`${SERVER}async def main():
    layer = RedisPubSubChannelLayer(on_disconnect='gone', on_reconnect='back')
    await layer.send('nobody', {'n': 0})
    print(await got(layer, 'nobody'))
    name = await layer.new_channel()
    await layer.group_add('all', name)
    try:
        await layer.group_add('all', 'elsewhere')
    except RuntimeError as error:
        print(str(error).splitlines()[0])
    for n in range(150):
        await layer.group_send('all', {'n': n})
    await asyncio.sleep(100)
    print([(await layer.receive(name))['n'] for n in range(150)] == list(range(150)))
    print(await got(layer, name), await got(layer, name))
asyncio.run(main())
`);
  expect(lines).toEqual([
    'nothing',
    'You can only call group_add() on channels that exist in-process.',
    'True',
    'nothing nothing',
  ]);
});

test('subscribers are told when the server goes and comes back; what is published in between is lost', () => {
  const lines = outputOf(`server = subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
async def main():
    layer = RedisPubSubChannelLayer(on_disconnect='gone', on_reconnect='back')
    name = await layer.new_channel()
    server.kill()
    server.wait()
    try:
        await layer.send(name, {'n': 1})
    except Exception as error:
        print(error)
    subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
    await layer.send(name, {'n': 2})
    print([await layer.receive(name) for _ in range(3)])
asyncio.run(main())
`);
  expect(lines).toEqual([
    'Error 111 connecting to localhost:6379. Connection refused.',
    "[{'type': 'gone'}, {'type': 'back'}, {'n': 2}]",
  ]);
});

test('layers of the settings: found by alias, made once; mistakes are named', () => {
  const lines = outputOf(`from django.conf import settings
settings.configure()
from channels.layers import ChannelLayerManager, channel_layers, get_channel_layer
print(get_channel_layer())
memory = 'channels.layers.InMemoryChannelLayer'
for config in (
    {'BACKEND': memory, 'CONFIG': {'capacity': 1}},
    {'BACKEND': memory, 'ROUTING': 'project.routing'},
    {'BACKEND': 'nowhere.Layer'}, {}, {'BACKEND': memory, 'CONFIG': {'colour': 1}},
):
    settings.CHANNEL_LAYERS = {'default': config}
    manager = ChannelLayerManager()
    try:
        print(manager['default'].capacity, manager['default'] is manager['default'], 'other' in manager)
    except Exception as error:
        print(f'{type(error).__name__}: {error}')
try:
    manager.make_test_backend('default')
except ValueError as error:
    print(error)
`);
  expect(lines).toEqual([
    'None',
    '1 True False',
    'InvalidChannelLayerError: ROUTING key found for default - this is no longer needed in Channels 2.',
    "InvalidChannelLayerError: Cannot import BACKEND 'nowhere.Layer' specified for default",
    'InvalidChannelLayerError: No BACKEND specified for default',
    "TypeError: BaseChannelLayer.__init__() got an unexpected keyword argument 'colour'",
    'No TEST_CONFIG specified for default',
  ]);
});
