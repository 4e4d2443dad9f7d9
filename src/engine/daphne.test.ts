/** Daphne as the server of an ASGI 3 application, and what clients see of it. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Lines of each process, without its number: what it printed, then what stood on stderr. */
function ran(files: Record<string, string>, daphne = 'app:application'): { client: string[]; web: string[] } {
  const { stdout, stderr } = runHeadlessNow({
    files: { Procfile: `client: python client.py\nweb: daphne ${daphne}\n`, ...files },
  });
  const found = { client: [] as string[], web: [] as string[] };
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    const [, name = '', text = ''] = /^(\w+)\.1 \| (.*)$/.exec(line) ?? [];
    if (name === 'client' || name === 'web') found[name].push(text);
  }
  return found;
}

const RAW = `
import socket, time
def ask(text):
    with socket.create_connection(('127.0.0.1', 8000)) as sock:
        sock.sendall(text.replace('\\n', '\\r\\n').encode('latin-1'))
        sock.settimeout(5)
        try:
            answer = sock.makefile('rb').read()
        except TimeoutError:
            answer = b'nothing'
    print(answer.decode().replace('\\r\\n', ' | '))
time.sleep(0.5)
`;

test('a request is a scope and events; its answer is chunked unless its length is told; connections are kept', () => {
  const files = {
    'app.py': `
async def application(scope, receive, send):
    shown = {key: value for key, value in scope.items() if key not in ('headers', 'client', 'server', 'asgi')}
    print(shown, scope['headers'], scope['asgi'], [await receive() for _ in range(1 + len(scope['query_string']))])
    headers = [(b'content-length', b'2')] if scope['path'] == '/length' else [(b'x-a-b', b'1'), (b'x-a-b', b'2')]
    await send({'type': 'http.response.start', 'status': 200, 'headers': headers})
    await send({'type': 'http.response.body', 'body': b'a', 'more_body': True})
    await send({'type': 'http.response.body', 'body': b'b'})
    await send({'type': 'http.response.body', 'body': b'too late'})
    print(await receive())
`,
    'client.py': `${RAW}
ask('POST /a%20b/%C3%A9?q HTTP/1.1\\nX-Two: 1\\nx-two: 2\\nun_der: 3\\nContent-Length: 8200\\n\\n' + 'x' * 8200 + 'GET /length HTTP/1.1\\nConnection: close\\n\\n')
ask('HEAD / HTTP/1.1\\nConnection: close\\n\\n')
ask('GET /length HTTP/1.0\\n\\n')
ask('nonsense\\n\\n')
`,
  };
  const { client, web } = ran(files, '--no-server-name app:application');
  expect(client).toEqual([
    'HTTP/1.1 200 OK | Transfer-Encoding: chunked | X-A-B: 1 | X-A-B: 2 |  | 1 | a | 1 | b | 0 |  | HTTP/1.1 200 OK | Connection: close | Content-Length: 2 |  | ab',
    'HTTP/1.1 200 OK | Connection: close | X-A-B: 1 | X-A-B: 2 |  | ',
    'HTTP/1.0 200 OK | Content-Length: 2 |  | ab',
    'HTTP/1.1 400 Bad Request |  | ',
  ]);
  const said = web.map((line) => line.replace(/x{8192}/, 'LONG').replace(/:\d{5} -/, ':PORT -'));
  const [first, gone, access] = said;
  expect(first).toBe(
    "{'type': 'http', 'http_version': '1.1', 'method': 'POST', 'path': '/a b/é', 'raw_path': b'/a%20b/%C3%A9', 'root_path': '', 'scheme': 'http', 'query_string': b'q'} " +
      "[(b'x-two', b'1'), (b'x-two', b'2'), (b'content-length', b'8200')] {'version': '3.0'} " +
      "[{'type': 'http.request', 'body': b'LONG', 'more_body': True}, {'type': 'http.request', 'body': b'xxxxxxxx', 'more_body': False}]",
  );
  expect([gone, access].sort()).toEqual([
    '127.0.0.1:PORT - - [01/Jan/1970:00:00:00] "POST /a%20b/%C3%A9?q" 200 2',
    "{'type': 'http.disconnect'}",
  ]);
  expect(said.slice(-4)).toEqual([
    '1970-01-01 00:00:00,000 INFO     Starting server at tcp:port=8000:interface=127.0.0.1',
    '1970-01-01 00:00:00,000 INFO     HTTP/2 support not enabled (install the http2 and tls Twisted extras)',
    '1970-01-01 00:00:00,000 INFO     Configuring endpoint tcp:port=8000:interface=127.0.0.1',
    '1970-01-01 00:00:00,000 INFO     Listening on TCP address 127.0.0.1:8000',
  ]);
});

test('what an application raises is noticed at the next full second: a page 500, or 1011 for an open socket', () => {
  const files = {
    'app.py': `
async def application(scope, receive, send):
    path = scope['path']
    if scope['type'] == 'websocket' and path != '/unaccepted':
        await send({'type': 'websocket.accept'})
    if path == '/late':
        await send({'type': 'http.response.start', 'status': 200})
        await send({'type': 'http.response.body', 'body': b'part', 'more_body': True})
    if path == '/silent':
        return
    if path == '/early':
        await send({'type': 'http.response.body'})
    if path == '/text':
        await send({'type': 'http.response.start', 'status': 200, 'headers': [('a', 'b')]})
    if path == '/unknown':
        await send({'type': 'http.push'})
    raise ValueError(path)
`,
    'client.py': `
import asyncio, requests, time, websockets
async def main():
    for path in ('unaccepted', 'accepted'):
        try:
            async with websockets.connect(f'ws://127.0.0.1:8000/{path}') as socket:
                await socket.recv()
        except websockets.WebSocketException as exc:
            print(time.time(), path, exc)
time.sleep(0.5)
for path in ('raise', 'early', 'text', 'unknown'):
    print(requests.get(f'http://127.0.0.1:8000/{path}').status_code, time.time())
asyncio.run(main())
for path in ('late', 'silent'):
    try:
        requests.get(f'http://127.0.0.1:8000/{path}', timeout=3)
    except requests.exceptions.RequestException as exc:
        print(type(exc).__name__, time.time())
`,
  };
  const { client, web } = ran(files);
  expect(client).toEqual([
    '500 1.0',
    '500 2.0',
    '500 3.0',
    '500 4.0',
    '5.0 unaccepted server rejected WebSocket connection: HTTP 500',
    '6.0 accepted received 1011 (internal error); then sent 1011 (internal error)',
    'ConnectionError 9.0',
    'ReadTimeout 12.0',
  ]);
  expect(web.filter((line) => line.includes('ERROR')).map((line) => line.slice(33))).toEqual([
    'Exception inside application: /raise',
    'Exception inside application: HTTP response has not yet been started but got http.response.body',
    "Exception inside application: Header name 'a' expected to be `bytes`, but got `<class 'str'>`",
    'Exception inside application: Cannot handle message type http.push!',
    'Exception inside application: /unaccepted',
    'Exception inside application: /accepted',
    'Exception inside application: /late',
  ]);
});

test('a socket: subprotocols and headers, text and bytes, codes of both sides, and its end told to the application', () => {
  const files = {
    'app.py': `
async def application(scope, receive, send):
    path, told, kind = scope['path'], [await receive()], None
    if path == '/refused':
        await send({'type': 'websocket.close', 'code': 4000})
    else:
        chosen = scope['subprotocols'][-1] if scope['subprotocols'] else None
        await send({'type': 'websocket.accept', 'subprotocol': chosen, 'headers': [(b'x-h', b'1')]})
    while kind != 'websocket.disconnect':
        event = await receive()
        kind = event.pop('type')
        told.append(event)
        if event.get('text') == 'close':
            await send({'type': 'websocket.close', 'code': 4001, 'reason': 'why'})
        elif kind == 'websocket.receive':
            await send({'type': 'websocket.send', **event})
    await send({'type': 'websocket.send', 'text': 'nobody hears it'})
    print(path, dict(scope['headers']).get(b'origin'), told)
`,
    'client.py': `
import asyncio, socket, time, websockets
from websockets.sync.client import connect
URL = 'ws://127.0.0.1:8000'
async def main():
    async with websockets.connect(URL + '/a', origin='file://', subprotocols=['x', 'y'], additional_headers={'cookie': 'c=1'}) as one:
        print(one.subprotocol, one.response.headers['x-h'])
        for message in ('text', b'\\0\\xff', 'é' * 100_000):
            await one.send(message)
            print(await one.recv() == message)
    async with websockets.connect(URL + '/b') as one:
        await one.close(4321, 'enough')
    print(one.close_code)
    async with websockets.connect(URL + '/c') as one:
        await one.send('close')
        async for message in one: pass
try:
    time.sleep(0.5)
    asyncio.run(main())
except websockets.ConnectionClosed as exc:
    print(exc)
try:
    connect(URL + '/refused')
except websockets.InvalidStatus as exc:
    print(exc)
with connect(URL + '/d') as one:
    one.send('x')
    print(one.recv(timeout=1), one.ping().wait(1))
    one.socket.shutdown(socket.SHUT_RDWR)
`,
  };
  const { client, web } = ran(files);
  expect(client).toEqual([
    'y 1',
    'True',
    'True',
    'True',
    '1000',
    'received 4001 (private use) why; then sent 4001 (private use) why',
    'server rejected WebSocket connection: HTTP 403',
    'x True',
  ]);
  const told = web.filter((line) => line.startsWith('/')).map((line) => line.replace(/(\\xc3\\xa9|é){9,}/, 'LONG'));
  expect(told).toEqual([
    "/a b'file://' [{'type': 'websocket.connect'}, {'text': 'text'}, {'bytes': b'\\x00\\xff'}, {'text': 'LONG'}, {'code': 1000, 'reason': ''}]",
    "/b None [{'type': 'websocket.connect'}, {'code': 4321, 'reason': 'enough'}]",
    "/c None [{'type': 'websocket.connect'}, {'text': 'close'}, {'code': 4001, 'reason': 'why'}]",
    "/refused None [{'type': 'websocket.connect'}, {'code': 1006, 'reason': ''}]",
    "/d None [{'type': 'websocket.connect'}, {'text': 'x'}, {'code': 1006, 'reason': ''}]",
  ]);
});

test('a killed server resets its connections; one that is told to end tells its applications; a port has one server', () => {
  const files = {
    'app.py': `
import asyncio, os
async def application(scope, receive, send):
    if scope['type'] == 'websocket':
        await send({'type': 'websocket.accept'})
        await send({'type': 'websocket.send', 'text': str(os.getpid())})
    try:
        await asyncio.sleep(1000)
    except asyncio.CancelledError:
        print('cancelled')
        raise
`,
    'client.py': `
import os, requests, signal, subprocess, threading, time, websockets
from websockets.sync.client import connect
def ask():
    try:
        requests.get('http://127.0.0.1:8000/')
    except requests.exceptions.ConnectionError as exc:
        print(time.time(), 'ConnectionError', 'RemoteDisconnected' in str(exc) or 'reset' in str(exc))
def meet(number):
    asking = threading.Thread(target=ask)
    asking.start()
    with connect('ws://127.0.0.1:8000/') as one:
        pid = int(one.recv())
        time.sleep(1)
        os.kill(pid, number)
        try:
            one.recv()
        except websockets.ConnectionClosed as exc:
            print(time.time(), exc)
    asking.join()
time.sleep(0.5)
second = subprocess.run(['daphne', 'app:application'], capture_output=True, text=True)
print(second.returncode, second.stderr.splitlines()[-1][24:])
meet(signal.SIGKILL)
again = subprocess.Popen(['daphne', 'app:application'], stderr=subprocess.PIPE, text=True)
time.sleep(0.5)
meet(signal.SIGTERM)
print(again.wait(), again.stderr.read().splitlines()[-1][24:])
`,
  };
  expect(
    ran(files)
      .client?.filter((line) => !line.includes('"WS'))
      .sort(),
  ).toEqual([
    "0 CRITICAL Listen failure: Couldn't listen on 127.0.0.1:8000: [Errno 98] Address already in use.",
    '0 INFO     Killed 2 pending application instances',
    '1.5 ConnectionError True',
    '1.5 no close frame received or sent',
    '3.0 ConnectionError True',
    '3.0 no close frame received or sent',
    'cancelled',
    'cancelled',
  ]);
});

test('behind a proxy the client is who the proxy says', () => {
  const files = {
    'app.py': `
async def application(scope, receive, send):
    await send({'type': 'http.response.start', 'status': 200})
    await send({'type': 'http.response.body', 'body': f'{scope["client"]} {scope["scheme"]}'.encode()})
`,
    'client.py': `
import requests, time
time.sleep(0.5)
for headers in ({'X-Forwarded-For': '10.1.2.3, 10.0.0.1'}, {'X-Forwarded-For': '10.1.2.3', 'X-Forwarded-Port': '99', 'X-Forwarded-Proto': 'https'}, {}):
    print(requests.get('http://127.0.0.1:8000/', headers=headers).text)
`,
  };
  expect(ran(files, '--proxy-headers app:application').client.slice(0, 2)).toEqual([
    "['10.1.2.3', 0] http",
    "['10.1.2.3', 99] https",
  ]);
  const believed = ran(files).client;
  expect(believed.every((line) => line.startsWith("['127.0.0.1', ") && line.endsWith('http'))).toBe(true);
});

test('a client that waits at a socket for ever does not keep the run going by its pongs', () => {
  const files = {
    'app.py': `
async def application(scope, receive, send):
    await send({'type': 'websocket.accept'})
    while (await receive())['type'] != 'websocket.disconnect': pass
    print('gone')
`,
    'client.py': `
import asyncio, websockets
async def main():
    await asyncio.sleep(1)
    async with websockets.connect('ws://127.0.0.1:8000/') as one:
        await one.recv()
asyncio.run(main())
`,
  };
  const { client, web } = ran(files);
  expect(client).toEqual([]);
  expect(web.filter((line) => line.includes('WSDISCONNECT'))[0]).toContain('[01/Jan/1970:00:00:44]');
});
