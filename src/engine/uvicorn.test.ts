/** uvicorn, as a program and called by one: its words, the lifespan of an application, and how failures end. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

vi.setConfig({ testTimeout: 60_000 });

const APPLICATION = `
async def application(scope, receive, send):
    kind, path = scope['type'], scope.get('path')
    if kind == 'lifespan':
        for what in ('startup', 'shutdown'):
            assert (await receive())['type'] == f'lifespan.{what}'
            await send({'type': f'lifespan.{what}.complete'})
        return
    if kind == 'websocket':
        await send({'type': 'websocket.close'})
    if path == '/ok':
        await send({'type': 'http.response.start', 'status': 200, 'headers': [(b'content-length', b'2')]})
        await send({'type': 'http.response.body', 'body': b'ok'})
    if path == '/half':
        await send({'type': 'http.response.start', 'status': 200})
        await send({'type': 'http.response.body', 'body': b'half', 'more_body': True})
    if path in ('/half', '/error'):
        raise ValueError(path)
`;

const CLIENT = `
import os, requests, signal, time
from websockets.sync.client import connect
time.sleep(1)
for path in ('ok', 'error', 'half', 'nothing'):
    try:
        found = requests.get(f'http://127.0.0.1:8000/{path}')
        print(found.status_code, found.text, found.headers.get('server'), found.headers.get('date'))
    except requests.exceptions.RequestException as exc:
        print(type(exc).__name__)
try:
    connect('ws://127.0.0.1:8000/')
except Exception as exc:
    print(exc)
`;

test('uvicorn serves an application, tells it of beginning and end, and fails at once', () => {
  const files = {
    Procfile: 'web: uvicorn app:application\nclient: python client.py\n',
    'app.py': APPLICATION,
    'client.py': CLIENT,
  };
  const { stdout, stderr } = runHeadlessNow({ files });
  const of = (text: string, name: string): string[] =>
    text
      .split('\n')
      .filter((line) => line.startsWith(`${name}.1 | `))
      .map((line) => line.slice(name.length + 5).replace(/\d{5}\b/, 'PORT'));
  expect(of(stdout, 'client')).toEqual([
    '200 ok uvicorn Thu, 01 Jan 1970 00:00:01 GMT',
    '500 Internal Server Error uvicorn Thu, 01 Jan 1970 00:00:01 GMT',
    'ChunkedEncodingError',
    '500 Internal Server Error uvicorn Thu, 01 Jan 1970 00:00:01 GMT',
    'server rejected WebSocket connection: HTTP 403',
  ]);
  expect(of(stdout, 'web')).toEqual([
    'INFO:     127.0.0.1:PORT - "GET /ok HTTP/1.1" 200 OK',
    'INFO:     127.0.0.1:PORT - "GET /error HTTP/1.1" 500 Internal Server Error',
    'INFO:     127.0.0.1:PORT - "GET /nothing HTTP/1.1" 500 Internal Server Error',
  ]);
  const said = of(stderr, 'web').filter((line) => /^(INFO|ERROR)/.test(line));
  expect(said.map((line) => line.replace(/\[\d+\]/, '[PID]'))).toEqual([
    'INFO:     Started server process [PID]',
    'INFO:     Waiting for application startup.',
    'INFO:     Application startup complete.',
    'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
    'ERROR:    Exception in ASGI application',
    'ERROR:    Exception in ASGI application',
    'ERROR:    ASGI callable returned without completing response.',
    `INFO:     ('127.0.0.1', PORT) - "WebSocket /" 403`,
    'INFO:     connection rejected (403 Forbidden)',
    'INFO:     connection closed',
    'INFO:     Shutting down',
    'INFO:     Waiting for application shutdown.',
    'INFO:     Application shutdown complete.',
    'INFO:     Finished server process [PID]',
  ]);
});

test('a program runs uvicorn; without its port it ends with 3', () => {
  const program = `
import socket, uvicorn
from app import application
taken = socket.create_server(('127.0.0.1', 8000))
try:
    uvicorn.run(application)
except SystemExit as exc:
    print(exc.code)
`;
  const { stdout, stderr } = runHeadlessNow({ files: { 'main.py': program, 'app.py': APPLICATION } });
  expect(stdout).toBe('3\n');
  expect(stderr.split('\n').slice(-4)).toEqual([
    "ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use",
    'INFO:     Waiting for application shutdown.',
    'INFO:     Application shutdown complete.',
    '',
  ]);
});
