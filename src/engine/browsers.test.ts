/** What a person does in browsers: each press is an intervention, and the run with it is the same every time. */
import { expect, test } from 'vitest';
import type { ClientAct, Intervention } from '../scenario/intervention.ts';
import type { Chunk } from '../trace/events.ts';
import { traceHash } from '../trace/fingerprint.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween } from '../trace/trace.ts';
import { runHeadlessNow } from './headless.ts';

/** The first import of a big module compiles it. */
const SLOW = { timeout: 120_000 };

const SERVER = `
from aiohttp import web

async def hello(request):
    return web.Response(text='<head><title>T</title></head><h1>Hello</h1> <p>you', content_type='text/html')

async def chat(request):
    ws = web.WebSocketResponse(heartbeat=20)
    await ws.prepare(request)
    async for msg in ws:
        await ws.send_str('you said ' + msg.data)
    print('chat is over:', ws.close_code)
    return ws

app = web.Application()
app.router.add_get('/', hello)
app.router.add_get('/chat', chat)
web.run_app(app, port=8000, print=None)
`;
const FILES = { Procfile: 'web: python server.py\n', 'server.py': SERVER };

function press(seconds: number, client: string, act: ClientAct, text = ''): Intervention {
  return { kind: 'client', client, act, text, timeUs: seconds * 1e6 };
}

function run(interventions: readonly Intervention[]) {
  let trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  const result = runHeadlessNow({ files: FILES, interventions, onChunk });
  return { ...result, trace, events: eventsBetween(trace, 0, trace.length) };
}

const CHAT = 'ws://localhost:8000/chat';
const PRESSES = [
  press(1, 'browser-1', 'get', 'http://localhost:8000/'),
  press(2, 'browser-1', 'open', CHAT),
  press(3, 'browser-1', 'say', 'hi'),
  press(4, 'browser-2', 'open', 'ws://localhost:8000/nothing'),
  press(70, 'browser-1', 'say', 'after a minute'),
  press(71, 'browser-1', 'close'),
  press(72, 'browser-1', 'say', 'too late'),
];

test(
  'a browser asks for a page and talks on a socket, and a minute of silence does not end the run before the last press',
  SLOW,
  () => {
    const { ending, stdout } = run(PRESSES);
    expect(stdout.trim().split('\n')).toEqual([
      'browser-1 | http://localhost:8000/: 200 OK: Hello you',
      'browser-1 | socket open',
      'browser-1 | hears you said hi',
      'browser-2 | socket refused: server rejected WebSocket connection: HTTP 404',
      'browser-1 | hears you said after a minute',
      'web.1 | chat is over: 1000',
      'browser-1 | socket closed: 1000',
      'browser-1 | there is no open socket to say it on',
    ]);
    expect(ending.kind).toBe('completed');
  },
);

test('the same presses give the same trace', SLOW, () => {
  expect(traceHash(run(PRESSES).trace)).toBe(traceHash(run(PRESSES).trace));
});

test('a browser whose plug is pulled hears nothing more, and its server is not told', SLOW, () => {
  const { events, stdout } = run([
    press(1, 'browser-1', 'open', CHAT),
    press(2, 'browser-1', 'unplug'),
    press(3, 'browser-1', 'say', 'anybody there?'),
    press(4, 'browser-1', 'unplug'),
  ]);
  expect(stdout).toBe('browser-1 | socket open\n');
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'message.delayed', due: 0, reason: 'the link is cut' }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({ kind: 'intervention.missed', reason: 'its plug has been pulled before' }),
  );
});

test('who has no browser open cannot say anything', SLOW, () => {
  const { events } = run([press(1, 'Ann', 'say', 'hello')]);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'intervention.missed', reason: 'there is no Ann' }));
});

test('the supervisor says when it asks the servers to end, and since when nothing has happened', SLOW, () => {
  const { events } = run([press(1, 'browser-1', 'get', 'http://localhost:8000/')]);
  expect(events).toContainEqual(expect.objectContaining({ kind: 'processes.stopAsked', signal: 15, since: 1_000_000 }));
});

test('a Redis that is flushed forgets what waits and who is in which group', SLOW, () => {
  const files = {
    Procfile: 'send: python send.py\nredis: redis-server\n',
    'send.py': `
import time
from asgi_redis import RedisChannelLayer
layer = RedisChannelLayer(hosts=[('localhost', 6379)])
layer.send('thumbs', {'n': 1})
layer.group_add('room', 'thumbs')
time.sleep(10)
print(layer.receive(['thumbs']), list(layer.group_channels('room')))
`,
  };
  const at = (seconds: number): Intervention => ({
    kind: 'flushLayer',
    layer: 'localhost:6379',
    timeUs: seconds * 1e6,
  });
  expect(runHeadlessNow({ files }).stdout).toContain("('thumbs', {'n': 1}) ['thumbs']");
  expect(runHeadlessNow({ files, interventions: [at(5)] }).stdout).toContain('(None, None) []');
});
