/** The channel layers as Python sees them. What they do without Python: channels/layers.test.ts. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

/** asgiref's conformance suite, restated: what is not as it is to be raises. */
const SUITE = `
import asyncio, time

def took(layer, names, tries):
    for _ in range(tries):
        found = layer.receive(names)
        if found[0] is not None:
            return found
    return None, None

def raises(kind, function, *args):
    try:
        function(*args)
    except kind:
        return
    raise AssertionError(f'{kind} was not raised')

def send_recv(layer, tries):
    for text in ('blue', 'green', 'yellow'):
        layer.send('sr_test', {'value': text})
    layer.send('sr_test2', {'value': 'red'})
    got = [took(layer, ['sr_test'], tries) for _ in range(3)]
    assert {name for name, _ in got} == {'sr_test'}
    assert sorted(message['value'] for _, message in got) == ['blue', 'green', 'yellow']
    assert took(layer, ['sr_test', 'sr_test2'], tries) == ('sr_test2', {'value': 'red'})

def single_process_receive(layer, tries):
    for name in ('spr_test!a', 'spr_test!b'):
        layer.send(name, {'best': 'ponies', 'for': name})
        assert took(layer, ['spr_test!'], tries) == (name, {'best': 'ponies', 'for': name})

def single_process_receive_error(layer, tries):
    raises(Exception, layer.receive, ['spr_test!c'])

def message_expiry(layer, tries):
    layer.send('me_test', {'value': 'blue'})
    time.sleep(1.1)
    assert took(layer, ['me_test'], tries) == (None, None)

def new_channel_single_reader(layer, tries):
    first = layer.new_channel('test.foo?')
    assert isinstance(first, str) and first.count('?') == 1 and not first.endswith('?') and first.startswith('test.foo?')
    layer.send(first, {'value': 'blue'})
    second = layer.new_channel('test.foo?')
    assert took(layer, [first, second], tries) == (first, {'value': 'blue'})

def new_channel_failures(layer, tries):
    raises(Exception, layer.new_channel, 'test!')
    raises(Exception, layer.new_channel, 'test.foo')

def strings(layer, tries):
    message = {'values': [b'\\x00\\xff', '\\u00a3', '\\U0001f600', '\\x01', 2 ** 62, -5, 1.5, True, None, {'deep': ['x']}]}
    layer.send('str_test', message)
    _, got = took(layer, ['str_test'], tries)
    assert got == message
    assert [type(value) for value in got['values']] == [type(value) for value in message['values']]

def groups(layer, tries):
    for name in ('tg_test', 'tg_test2', 'tg_test3'):
        layer.group_add('tgroup', name)
    layer.group_discard('tgroup', 'tg_test3')
    layer.send_group('tgroup', {'value': 'orange'})
    assert took(layer, ['tg_test'], tries) == ('tg_test', {'value': 'orange'})
    assert took(layer, ['tg_test2'], tries) == ('tg_test2', {'value': 'orange'})
    assert took(layer, ['tg_test3'], tries) == (None, None)

def groups_process(layer, tries):
    for name in ('tgp!test', 'tgp!test2', 'tgp!test3'):
        layer.group_add('tgroup', name)
    layer.group_discard('tgroup', 'tgp!test2')
    layer.send_group('tgroup', {'value': 'orange'})
    got = [took(layer, ['tgp!'], tries) for _ in range(2)]
    assert {name for name, _ in got} == {'tgp!test', 'tgp!test3'} and got[0][1] == got[1][1] == {'value': 'orange'}
    assert took(layer, ['tgp!'], tries) == (None, None)

def group_channels(layer, tries):
    for name in ('tg_test', 'tg_test2', 'tg_test3'):
        layer.group_add('tgroup', name)
    assert set(layer.group_channels('tgroup')) == {'tg_test', 'tg_test2', 'tg_test3'}
    layer.group_discard('tgroup', 'tg_test2')
    assert set(layer.group_channels('tgroup')) == {'tg_test', 'tg_test3'}

def flush(layer, tries):
    layer.send('fl_test', {'value': 'blue'})
    layer.flush()
    assert took(layer, ['fl_test'], tries) == (None, None)

def flush_groups(layer, tries):
    layer.group_add('tfg_group', 'tfg_test')
    layer.send_group('tfg_group', {'value': 'blue'})
    layer.flush()
    assert took(layer, ['tfg_test'], tries) == (None, None)

def group_expiry(layer, tries):
    layer.group_add('tge_group', 'tge_test')
    time.sleep(layer.group_expiry + 1)
    layer.send_group('tge_group', {'value': 'blue'})
    assert took(layer, ['tge_test'], tries) == (None, None)

def capacity(layer, tries):
    for _ in range(5 * tries):
        layer.send('cap_test', {'hey': 'there'})
    raises(layer.ChannelFull, layer.send, 'cap_test', {'hey': 'there'})

def capacity_process(layer, tries):
    for number in range(5):
        layer.send(f'capp!{number}', {'hey': 'there'})
    raises(layer.ChannelFull, layer.send, 'capp!final', {'hey': 'there'})

def capacity_group(layer, tries):
    layer.group_add('tcg_group', 'tcg_test')
    for _ in range(5 * tries + 1):
        layer.send_group('tcg_group', {'hey': 'there'})

def exceptions(layer, tries):
    assert issubclass(layer.ChannelFull, Exception) and issubclass(layer.MessageTooLarge, Exception)

def message_alteration_after_send(layer, tries):
    message = {'value': [1, 2, 3]}
    layer.send('channel', message)
    message['value'][0] = 'hello'
    assert took(layer, ['channel'], tries)[1]['value'][0] == 1

def receive_async(layer, tries):
    layer.send('test_async', {'is it': 'working'})
    async def got():
        while True:
            found = await layer.receive_async(['test_async'])
            if found[0] is not None:
                return found
    assert asyncio.run(got()) == ('test_async', {'is it': 'working'})

def async_extension(layer, tries):
    assert ('async' in layer.extensions) == hasattr(layer, 'receive_async')

TESTS = [value for value in list(globals().values()) if callable(value) and value.__module__ == __name__]

def run(layer, tries=1):
    for each in TESTS:
        if each.__name__ not in ('took', 'raises'):
            layer.flush()
            each(layer, tries)
            print(each.__name__)
`;

const NAMES =
  'send_recv single_process_receive single_process_receive_error message_expiry new_channel_single_reader new_channel_failures strings ' +
  'groups groups_process group_channels flush flush_groups group_expiry capacity capacity_process capacity_group exceptions ' +
  'message_alteration_after_send receive_async async_extension';

function outputOf(main: string, more: Record<string, string> = {}): string[] {
  const { stderr, stdout } = runHeadlessNow({ files: { 'main.py': main, 'suite.py': SUITE, ...more } });
  return [...stdout.trimEnd().split('\n'), ...stderr.split('\n').filter((line) => line !== '')];
}

test('the layer in memory passes the conformance suite', () => {
  const main = `import suite
from asgiref.inmemory import ChannelLayer
suite.run(ChannelLayer(expiry=1, group_expiry=2, capacity=5))
`;
  expect(outputOf(main)).toEqual(NAMES.split(' '));
});

test.each([1, 3])('the layer in Redis passes the conformance suite with %i shards', (shards) => {
  const main = `import subprocess, suite
from asgi_redis import RedisChannelLayer
server = subprocess.Popen(['redis-server', '--port', '7000'], stdout=subprocess.DEVNULL)
hosts = [f'redis://localhost:7000/{n}' for n in range(${shards})]
suite.run(RedisChannelLayer(hosts=hosts, expiry=1, group_expiry=2, capacity=5), tries=${shards})
server.terminate()
print(server.wait())
`;
  expect(outputOf(main)).toEqual([...NAMES.split(' '), '0']);
});

test('names: what is allowed where, and what is said of what is not', () => {
  const main = `from asgiref.base_layer import BaseChannelLayer
layer = BaseChannelLayer(capacity=42, channel_capacity={'http.request': 100, 'http.response!*': 10})
print([layer.get_capacity(name) for name in ('http.', 'http.request', 'http.response!abc', 'http.responses')])
def tell(check, *args, **kwargs):
    try:
        print(check(*args, **kwargs), end=' ')
    except Exception as error:
        print(f'{type(error).__name__}: {error}')
for name in ('http.request', 'http.response!ab0def', 'http.request.body?ab0def', '0.a_b-c?d_e-f.1', 'foo!', 'x' * 99):
    tell(layer.valid_channel_name, name)
print()
for name in ('http.request\\u00a3', 'x' * 100, 'one?two?three', 'four!five!six', 'some+other!thing', 'foo?', '!x', '', 'a\\n', b'x'):
    tell(layer.valid_channel_name, name)
tell(layer.valid_channel_name, 'foo!bar', receive=True)
tell(layer.valid_channel_names, [])
tell(layer.valid_channel_names, 'http.request')
for name in ('foo.bar', '0.a_b-c'):
    tell(layer.valid_group_name, name)
print()
for name in ('foo?bar', 'foo!bar', 'a+b'):
    tell(layer.valid_group_name, name)
print(layer.non_local_name('main!sub'), layer.non_local_name('main?sub'))
`;
  const invalid = (kind: string, name: string) =>
    `TypeError: ${kind} name must be a valid unicode string containing only ASCII alphanumerics, hyphens, underscores, or periods, not '${name}'.`;
  expect(outputOf(main)).toEqual([
    '[42, 100, 10, 42]',
    'True True True True True True ',
    invalid('Channel', 'http.request£'),
    'TypeError: Channel and group names must be under 100 characters in length.',
    invalid('Channel', 'one?two?three'),
    invalid('Channel', 'four!five!six'),
    invalid('Channel', 'some+other!thing'),
    'TypeError: Single-reader channel names must not end with ?',
    invalid('Channel', '!x'),
    invalid('Channel', ''),
    ...invalid('Channel', 'a\n').split('\n'),
    "TypeError: Channel or group name is not of 'str' type: <class 'bytes'>.",
    'TypeError: Process-local channel names in receive() must end at the !',
    'AssertionError: names must be a non-empty list',
    'AssertionError: names must be a non-empty list',
    'True True ',
    invalid('Group', 'foo?bar'),
    invalid('Group', 'foo!bar'),
    invalid('Group', 'a+b'),
    'main! main?sub',
  ]);
});

test('messages: what is no dict, reserved, too large, or cannot be said', () => {
  const main = `import datetime, subprocess
from asgi_redis import RedisChannelLayer
from asgiref.inmemory import ChannelLayer
subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
memory, redis = ChannelLayer(), RedisChannelLayer()
def tell(layer, message):
    try:
        layer.send('x', message)
        print(type(layer).__name__, layer.receive(['x'])[1])
    except Exception as error:
        print(type(layer).__name__, repr(error))
for layer in (memory, redis):
    for message in ([], {'__asgi_channel__': 'y'}, {'data': 'x' * 1024 * 1024}, {'at': datetime.date(2017, 1, 1)}, {'t': (1, 2)}, {'n': 2 ** 64}):
        tell(layer, message)
`;
  expect(outputOf(main)).toEqual([
    "ChannelLayer AssertionError('message is not a dict')",
    'ChannelLayer AssertionError()',
    'ChannelLayer MessageTooLarge()',
    "ChannelLayer {'at': datetime.date(2017, 1, 1)}",
    "ChannelLayer {'t': (1, 2)}",
    "ChannelLayer {'n': 18446744073709551616}",
    "RedisChannelLayer AssertionError('message is not a dict')",
    'RedisChannelLayer AssertionError()',
    'RedisChannelLayer MessageTooLarge()',
    `RedisChannelLayer TypeError("can not serialize 'date' object")`,
    "RedisChannelLayer {'t': [1, 2]}",
    "RedisChannelLayer OverflowError('Integer value out of range')",
  ]);
});

test('the layer in memory does not wait; that in Redis waits five seconds for each shard', () => {
  const main = `import subprocess, time
from asgi_redis import RedisChannelLayer
from asgiref.inmemory import ChannelLayer
subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
print(ChannelLayer().receive(['x'], block=True), time.time())
print(RedisChannelLayer().receive(['x'], block=True), time.time())
two = RedisChannelLayer(hosts=['redis://localhost:6379/0', 'redis://localhost:6379/1'])
print(two.receive(['x'], block=True), time.time(), two.consistent_hash('ab!'), two.consistent_hash('c!'))
print(two.receive(['ab!', 'c!'], block=True), time.time())
`;
  expect(outputOf(main)).toEqual([
    '(None, None) 0.0',
    '(None, None) 5.0',
    '(None, None) 10.0 0 1',
    '(None, None) 20.0',
  ]);
});

const WORKER = `import os, sys, time
from asgi_redis import RedisChannelLayer
layer = RedisChannelLayer()
while True:
    channel, message = layer.receive(['jobs', 'other'], block=True)
    if channel is None:
        continue
    print(f'{time.time():.1f} {message["n"]}', flush=True)
    time.sleep(1)
`;
const CLIENT = `import time
from asgi_redis import RedisChannelLayer
layer = RedisChannelLayer()
time.sleep(0.5)
for n in range(6):
    layer.send('jobs', {'n': n})
`;

test('workers that wait for one channel are served in turn, each message once; the run ends when nobody sends any more', () => {
  const files = {
    Procfile:
      'redis: redis-server\nw1: python worker.py\nw2: python worker.py\nw3: python worker.py\nclient: python client.py\n',
    'worker.py': WORKER,
    'client.py': CLIENT,
  };
  const { exitCode, stdout, ending } = runHeadlessNow({ files });
  const lines = stdout.split('\n').filter((line) => line.startsWith('w'));
  expect(lines).toEqual([
    'w1.1 | 0.5 0',
    'w2.1 | 0.5 1',
    'w3.1 | 0.5 2',
    'w1.1 | 1.5 3',
    'w2.1 | 1.5 4',
    'w3.1 | 1.5 5',
  ]);
  expect([exitCode, ending.kind]).toEqual([0, 'completed']);
});

test('without its server a layer in Redis raises; whoever waits is told when it goes', () => {
  const main = `import asyncio, signal, subprocess, threading, time
from redis.exceptions import ConnectionError
from asgi_redis import RedisChannelLayer
from channels_redis.core import RedisChannelLayer as Modern
layer, modern = RedisChannelLayer(), Modern()
def tell(function, *args):
    try:
        print(function(*args))
    except ConnectionError as error:
        print(f'{time.time():.1f} {error}')
tell(layer.send, 'x', {})
tell(RedisChannelLayer(hosts=['redis://cache.example:6379']).send, 'x', {})
server = subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
tell(layer.send, 'x', {'a': 1})
threading.Timer(2, server.kill).start()
tell(layer.receive, ['y'], True)
server = subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
threading.Timer(2, server.kill).start()
tell(asyncio.run, modern.receive('z'))
tell(asyncio.run, modern.send('z', {}))
`;
  expect(outputOf(main)).toEqual([
    '0.0 Error 111 connecting to localhost:6379. Connection refused.',
    '0.0 Error -2 connecting to cache.example:6379. Name or service not known.',
    'None',
    '2.0 Error 111 connecting to localhost:6379. Connection refused.',
    '4.0 Connection closed by server.',
    '4.0 Error 111 connecting to localhost:6379. Connection refused.',
  ]);
});

test('a restart loses messages and groups, unless the server keeps them', () => {
  const main = `import subprocess
from asgi_redis import RedisChannelLayer
for options in ([], ['--appendonly', 'yes'], ['--save', '60', '1'], ['--save', '']):
    layer = RedisChannelLayer()
    server = subprocess.Popen(['redis-server', *options], stdout=subprocess.DEVNULL)
    layer.send('x', {'a': 1})
    layer.group_add('g', 'x')
    server.kill()
    server.wait()
    server = subprocess.Popen(['redis-server', *options], stdout=subprocess.DEVNULL)
    print(layer.receive(['x']), layer.group_channels('g'))
    layer.flush()
    server.terminate()
    server.wait()
`;
  const kept = "('x', {'a': 1}) ['x']";
  expect(outputOf(main)).toEqual(['(None, None) []', kept, kept, '(None, None) []']);
});

test('a port that is taken is no place for another server', () => {
  const main = `import subprocess, time
subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
time.sleep(1)
print(subprocess.run(['redis-server'], capture_output=True, text=True))
`;
  const [told] = outputOf(main);
  expect(told).toContain('bind: Address already in use');
  expect(told).toContain('returncode=1');
});

test('statistics count what was stored and refused, of all and of each channel', () => {
  const main = `import subprocess, time
from asgi_redis import RedisChannelLayer
subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
layer = RedisChannelLayer(capacity=3)
for channel in 'a', 'a', 'b':
    layer.send(channel, {})
for _ in range(7):
    try:
        layer.send('c', {})
    except layer.ChannelFull:
        pass
time.sleep(2)
print(layer.global_statistics())
print(layer.channel_statistics('a'))
print(layer.channel_statistics('c'))
layer.flush()
print(layer.global_statistics(), layer.channel_statistics('c')['messages_pending'])
`;
  expect(outputOf(main)).toEqual([
    "{'messages_count': 6, 'channel_full_count': 4}",
    "{'messages_count': 2, 'channel_full_count': 0, 'messages_pending': 2, 'messages_max_age': 2}",
    "{'messages_count': 3, 'channel_full_count': 4, 'messages_pending': 3, 'messages_max_age': 2}",
    "{'messages_count': 0, 'channel_full_count': 0} 0",
  ]);
});
