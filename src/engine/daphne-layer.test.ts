/** Daphne as the protocol server of a channel layer of 1.x: what it sends to the layer, and what it does with what comes back. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A layer that answers by itself, by the path: with the replies of `answers.py`. */
const LAYER = `
from asgiref.inmemory import ChannelLayer
from answers import ANSWERS, FULL, SHOWN

class Answering(ChannelLayer):
    def send(self, channel, message):
        path = message.get('path', '').partition('/')[2]
        if channel == FULL.get(path):
            raise self.ChannelFull
        if channel in SHOWN:
            print(channel, {key: value for key, value in message.items() if key in SHOWN[channel]})
        for reply in ANSWERS.get((channel, path), ()):
            super().send(message['reply_channel'], reply)

channel_layer = Answering(capacity=1000)
`;

function ran(files: Record<string, string>, daphne = ''): { client: string[]; server: string[]; log: string[] } {
  const all = {
    Procfile: `client: python client.py\nweb: daphne ${daphne} layer:channel_layer\n`,
    'layer.py': LAYER,
    ...files,
  };
  const { stdout, stderr } = runHeadlessNow({ files: all });
  const lines = (text: string, name: string): string[] =>
    text.split('\n').flatMap((line) => (line.startsWith(`${name} | `) ? [line.slice(name.length + 3)] : []));
  return {
    client: [...lines(stdout, 'client.1'), ...lines(stderr, 'client.1')],
    server: lines(stdout, 'web.1').filter((line) => !line.startsWith('127.0.0.1:')),
    log: lines(stderr, 'web.1').map((line) => line.slice('1970-01-01 00:00:00,000 '.length)),
  };
}

/** What a client sees at each path: `open`, messages, how it ends, and when that is later than at once. */
const SOCKETS = `
import asyncio, time, websockets
from answers import ANSWERS

async def seen(path):
    began, parts = time.time(), []
    try:
        async with websockets.connect(f'ws://127.0.0.1:8000/{path}') as socket:
            parts.append('open')
            await socket.send('frame')
            while True:
                async with asyncio.timeout(0.5):
                    parts.append(repr(await socket.recv()))
    except websockets.InvalidStatus as exc:
        parts.append(f'HTTP {exc.response.status_code}')
    except websockets.ConnectionClosed as exc:
        parts.append(f'closed {exc.code}')
    except (TimeoutError, websockets.InvalidMessage) as exc:
        parts.append(type(exc).__name__)
    print(f'{path}: {", ".join(parts)} @{time.time() - began:g}')

async def main():
    await asyncio.sleep(1)
    for channel, path in ANSWERS:
        await seen(path)
asyncio.run(main())
`;

test('each row of the table of replies to a socket that is not accepted yet', () => {
  const rows: [path: string, replies: string, seen: string][] = [
    ['accept', "{'accept': True}", 'open, TimeoutError @0.5'],
    ['accept-text', "{'accept': True, 'text': 'hi'}", "open, 'hi', TimeoutError @0.5"],
    ['accept-bytes', "{'accept': True, 'bytes': b'\\0\\xff'}", "open, b'\\x00\\xff', TimeoutError @0.5"],
    ['accept-close', "{'accept': True, 'text': 'hi', 'close': 4001}", "open, 'hi', closed 4001 @0"],
    ['refuse', "{'accept': False}", 'HTTP 403 @0'],
    ['refuse-data', "{'accept': False, 'text': 'hi'}", 'HTTP 403 @0'],
    ['text', "{'text': 'hi'}", "open, 'hi', TimeoutError @0.5"],
    ['bytes', "{'bytes': b'hi'}", "open, b'hi', TimeoutError @0.5"],
    ['close', "{'close': True}", 'HTTP 403 @0'],
    ['close-code', "{'close': 4001}", 'HTTP 403 @0'],
    ['close-data', "{'close': True, 'text': 'hi'}", "open, 'hi', closed 1000 @0"],
    ['close-code-data', "{'close': 4001, 'bytes': b'hi'}", "open, b'hi', closed 4001 @0"],
    ['nothing', '{}', 'InvalidMessage @5'],
    ['empty', "{'text': '', 'bytes': b''}", 'InvalidMessage @5'],
    ['both', "{'text': 'a', 'bytes': b'b'}", 'InvalidMessage @5'],
    ['accept-both', "{'accept': True, 'text': 'a', 'bytes': b'b'}", 'open, TimeoutError @0.5'],
    ['unknown', "{'accept': True, 'txt': 'a'}, {'text': 'b'}", "open, 'b', TimeoutError @0.5"],
  ];
  const answers = rows.map(([path, replies]) => `('websocket.connect', '${path}'): [${replies}],`).join('\n');
  const files = {
    'answers.py': `ANSWERS = {\n${answers}\n}\nFULL = {}\nSHOWN = {}\n`,
    'client.py': SOCKETS,
  };
  const { client, log } = ran(files);
  expect(client).toEqual(rows.map(([path, , seen]) => `${path}: ${seen}`));
  const errors = log.filter((line) => line.startsWith('ERROR')).map((line) => line.replace(/response\.\w+!\w+/, 'R'));
  expect(errors).toEqual([
    'ERROR    HTTP/WS send decode error: Got invalid WebSocket reply message on daphne.R - contains both bytes and text keys',
    'ERROR    HTTP/WS send decode error: Got invalid WebSocket reply message on daphne.R - contains both bytes and text keys',
    "ERROR    HTTP/WS send decode error: Got invalid WebSocket reply message on daphne.R - contains unknown keys {'txt'} (looking for either ['accept', 'bytes', 'close', 'text'])",
  ]);
});

test('an open socket is sent what replies say; full channels close it, and then nothing more is told of it', () => {
  const answers = `
ANSWERS = {('websocket.connect', path): [{'accept': True}] for path in ('open', 'full')}
ANSWERS[('websocket.connect', 'refused')] = []
ANSWERS[('websocket.receive', 'open')] = [
    {'accept': False}, {'accept': True, 'text': 'a'}, {'bytes': b'b'}, {}, {'text': 'c', 'close': True}, {'text': 'too late'}]
FULL = {'full': 'websocket.receive', 'refused': 'websocket.connect'}
KEYS = 'path', 'order', 'text', 'bytes', 'code'
SHOWN = {'websocket.connect': KEYS, 'websocket.receive': KEYS, 'websocket.disconnect': KEYS}
`;
  const client = SOCKETS.replace('for channel, path in ANSWERS', "for path in ('open', 'full', 'refused')");
  const ending = ran({ 'answers.py': answers, 'client.py': client });
  expect(ending.client).toEqual([
    "open: open, 'a', b'b', 'c', closed 1000 @0",
    'full: open, closed 1013 @0',
    'refused: HTTP 503 @0',
  ]);
  expect(ending.server).toEqual([
    "websocket.connect {'path': '/open', 'order': 0}",
    "websocket.receive {'path': '/open', 'order': 1, 'text': 'frame'}",
    "websocket.disconnect {'code': 1000, 'path': '/open', 'order': 2}",
    "websocket.connect {'path': '/full', 'order': 0}",
  ]);
});

const REQUESTS = `
import socket, time
def ask(text):
    with socket.create_connection(('127.0.0.1', 8000)) as sock:
        sock.sendall(text.replace('\\n', '\\r\\n').encode('latin-1') + b'Connection: close\\r\\n\\r\\n')
        head, _, body = sock.makefile('rb').read().partition(b'\\r\\n\\r\\n')
    print(f'{time.time():g}', head.decode().replace('\\r\\n', ' | '), body)
time.sleep(1)
`;

test('a request becomes a message, its replies a response, and its end another message', () => {
  const files = {
    'answers.py': `
ANSWERS = {
    ('http.request', 'a b/é'): [{'status': 201, 'headers': [[b'X-A', b'1'], [b'X-A', b'2']], 'content': b'one', 'more_content': True},
                                {'content': b'two'}, {'content': b'too late'}],
    ('http.request', 'twice'): [{'status': 200, 'more_content': True}, {'status': 200}, {'content': b'end'}],
    ('http.request', 'no status'): [{'content': b'x'}, {'status': 204}],
}
FULL = {'full': 'http.request', 'gone': 'http.disconnect'}
KEYS = 'http_version', 'method', 'path', 'root_path', 'scheme', 'query_string', 'headers', 'body'
SHOWN = {'http.request': KEYS, 'http.disconnect': KEYS}
`,
    'client.py': `${REQUESTS}
ask('POST /a%20b/%C3%A9?q=%20&p HTTP/1.1\\nHost: h\\nX-Two: 1\\nx-two: 2\\nun_der: 3\\nDaphne-Root-Path: /ro%20ot\\nContent-Length: 0\\n')
ask('GET /twice HTTP/1.1\\n')
ask('GET /no%20status HTTP/1.0\\n')
ask('GET /full HTTP/1.1\\n')
ask('GET /\\xe9 HTTP/1.1\\n')
ask('GET /nobody HTTP/1.1\\n')
`,
  };
  const { client, server, log } = ran(files, '-t 10');
  expect(client.map((line) => line.replace(/b'[0-9a-f]+\\r\\n<html>.*<p>(.*)<\/p>.*/, '$1'))).toEqual([
    "1 HTTP/1.1 201 Created | Transfer-Encoding: chunked | Connection: close | X-A: 1 | X-A: 2 | Server: daphne b'3\\r\\none\\r\\n3\\r\\ntwo\\r\\n0\\r\\n\\r\\n'",
    "1 HTTP/1.1 200 OK | Transfer-Encoding: chunked | Connection: close | Server: daphne b'3\\r\\nend\\r\\n0\\r\\n\\r\\n'",
    "1 HTTP/1.0 204 No Content | Server: daphne b''",
    '1 HTTP/1.1 503 Service Unavailable | Transfer-Encoding: chunked | Connection: close | Content-Type: text/html; charset=utf-8 | Server: daphne Request queue full.',
    '1 HTTP/1.1 400 Bad Request | Transfer-Encoding: chunked | Connection: close | Content-Type: text/html; charset=utf-8 | Server: daphne Invalid characters in path',
    '12 HTTP/1.1 503 Service Unavailable | Transfer-Encoding: chunked | Connection: close | Content-Type: text/html; charset=utf-8 | Server: daphne Worker server failed to respond within time limit.',
  ]);
  const plain = (path: string): string =>
    `http.request {'http_version': '1.1', 'method': 'GET', 'path': '${path}', 'root_path': '', 'scheme': 'http', 'query_string': b'', 'headers': [[b'connection', b'close']], 'body': b''}`;
  expect(server).toEqual([
    "http.request {'http_version': '1.1', 'method': 'POST', 'path': '/a b/é', 'root_path': '/ro ot', 'scheme': 'http', 'query_string': b'q=%20&p', 'headers': [[b'host', b'h'], [b'x-two', b'1'], [b'x-two', b'2'], [b'content-length', b'0'], [b'connection', b'close']], 'body': b''}",
    "http.disconnect {'path': '/a b/é'}",
    plain('/twice'),
    "http.disconnect {'path': '/twice'}",
    plain('/no status').replace("'1.1'", "'1.0'"),
    "http.disconnect {'path': '/no status'}",
    "http.disconnect {'path': '/full'}",
    plain('/nobody'),
    "http.disconnect {'path': '/nobody'}",
  ]);
  expect(log.filter((line) => line.startsWith('ERROR')).map((line) => line.replace(/response\.\w+!\w+/, 'R'))).toEqual([
    'ERROR    HTTP/WS send decode error: Got multiple Response messages for daphne.R!',
    'ERROR    HTTP/WS send decode error: Specifying a status code is required for a Response message.',
  ]);
});

test('looks come every two seconds: the limit to accept, the life of a socket, pings to a client that answers and to one that does not', () => {
  const files = {
    'answers.py': `
ANSWERS = {('websocket.connect', path): [{'accept': True}] for path in ('old', 'mute')}
FULL, SHOWN = {}, {'websocket.disconnect': ('path', 'code')}
`,
    'client.py': `
import asyncio, socket, time, websockets
async def main():
    await asyncio.sleep(1.5)
    for path in ('late', 'old'):
        try:
            async with websockets.connect(f'ws://127.0.0.1:8000/{path}') as one:
                await one.recv()
        except websockets.WebSocketException as exc:
            print(time.time(), path, exc)
asyncio.run(main())
mute = socket.create_connection(('127.0.0.1', 8000))
mute.sendall(b'GET /mute HTTP/1.1\\r\\nUpgrade: websocket\\r\\nSec-WebSocket-Version: 13\\r\\nSec-WebSocket-Key: x\\r\\n\\r\\n')
file = mute.makefile('rb')
while file.readline() != b'\\r\\n': pass
print(file.read(1) == b'\\x89', time.time())
try:
    file.read()
except OSError as exc:
    print(time.time(), exc)
`,
  };
  const { client, server, log } = ran(files, '--websocket_connect_timeout 3 --websocket_timeout 90');
  expect(log[2]).toBe('INFO     Using native asyncio mode on channel layer');
  expect(client).toEqual([
    '6.0 late server rejected WebSocket connection: HTTP 403',
    '98.0 old received 1000 (OK); then sent 1000 (OK)',
    'True 120.0',
    '150.0 [Errno 104] Connection reset by peer',
  ]);
  expect(server).toEqual([
    "websocket.disconnect {'code': 1006, 'path': '/late'}",
    "websocket.disconnect {'code': 1000, 'path': '/old'}",
    "websocket.disconnect {'code': 1006, 'path': '/mute'}",
  ]);
});
