/** What the trace is told of channel layers: queues with their counts, messages and their readers, groups, servers that go. */
import { expect, test, vi } from 'vitest';
import type { Chunk } from '../trace/events.ts';
import { appendChunk, EMPTY_TRACE, type Trace, worldAfter } from '../trace/trace.ts';
import type { World } from '../trace/world.ts';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 30_000 });

function endOf(text: string): World {
  let trace: Trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  const { stderr } = runHeadlessNow({ files: { 'main.py': text }, onChunk });
  expect(stderr).toBe('');
  return worldAfter(trace, trace.length);
}

function countsOf({ queues }: World): unknown[] {
  return queues.map(({ name, mouth, capacity, accepted, delivered, expired, flushed, rejected, dropped, items }) => [
    `${name} ${mouth} ${capacity}`,
    { accepted, delivered, expired, flushed, rejected, dropped, waiting: items.length },
  ]);
}

test('U1: counts of every queue, those of a layer in memory', () => {
  const world = endOf(`import time
from asgiref.inmemory import ChannelLayer
layer = ChannelLayer(expiry=5, capacity=2)
for n in range(3):
    try:
        layer.send('main', {'text': n})
    except layer.ChannelFull:
        pass
layer.receive(['main'])
layer.group_add('all', 'proc!a')
layer.group_add('all', 'proc!b')
layer.send_group('all', {'text': 'x'})
layer.send_group('all', {'text': 'y'})
time.sleep(6)
layer.receive(['other'])
layer.send('main', {})
layer.flush()
layer.send('one?x', {})
`);
  expect(world.brokers).toMatchObject([{ type: 'in-memory', label: '', process: 1 }]);
  expect(countsOf(world)).toEqual([
    ['main many 2', { accepted: 3, delivered: 1, expired: 1, flushed: 1, rejected: 1, dropped: 0, waiting: 0 }],
    ['proc! owner 2', { accepted: 2, delivered: 0, expired: 2, flushed: 0, rejected: 0, dropped: 2, waiting: 0 }],
    ['one?x single 2', { accepted: 1, delivered: 0, expired: 0, flushed: 0, rejected: 0, dropped: 0, waiting: 1 }],
  ]);
  expect(world.groups).toEqual([]);
});

test('in Redis: who owns a queue, what came of what, and what went with the server', () => {
  const world = endOf(`import subprocess, threading
from asgi_redis import RedisChannelLayer
server = subprocess.Popen(['redis-server'], stdout=subprocess.DEVNULL)
layer = RedisChannelLayer()
def work():
    _, message = layer.receive(['jobs'], block=True)
    layer.send(message['reply_channel'], {'text': 'done'})
thread = threading.Thread(target=work)
thread.start()
layer.send('jobs', {'reply_channel': 'me!1', 'text': 'please'})
print(layer.receive(['me!'], block=True))
layer.send('nobody', {'status': 200})
server.kill()
thread.join()
`);
  expect(world.brokers).toMatchObject([{ type: 'Redis', label: 'localhost:6379', process: 2, isOpen: false }]);
  expect(world.queues.map(({ name, owner, delivered, lost }) => [name, owner, delivered, lost])).toEqual([
    ['jobs', 0, 1, 0],
    ['me!', 1, 1, 0],
    ['nobody', 0, 0, 1],
  ]);
  // What comes of a message that no consumer has begun with is not the layer's to say.
  expect(world.envelopes.map(({ label, origin }) => [label, origin])).toEqual([
    ["'please'", 0],
    ["'done'", 1],
    ['200', 2],
  ]);
});

test('a quirk is named in the environment when the layer is made', () => {
  const program = (quirk: string) => `import os
os.environ['CHANNELS_QUIRKS'] = '${quirk}'
from asgiref.inmemory import ChannelLayer
layer = ChannelLayer(capacity=1, channel_capacity={'wide': 3})
for _ in range(9):
    try:
        layer.send('wide', {})
    except layer.ChannelFull:
        pass
`;
  const accepted = (quirk: string) => endOf(program(quirk)).queues.map((queue) => queue.accepted);
  expect([accepted(''), accepted('ignored-channel-capacity')]).toEqual([[3], [1]]);
});
