/** What the packages that come with the page print, over the simulated network. */
import { expect, test, vi } from 'vitest';
import { runHeadlessNow } from './headless.ts';

// The first run compiles the library.
vi.setConfig({ testTimeout: 60_000 });

function printed(program: string): string[] {
  const { stdout, stderr } = runHeadlessNow({ files: { 'main.py': program } });
  return `${stdout}${stderr}`.trimEnd().split('\n');
}

test('aiohttp: pages, status codes, time-outs, connection limits', () => {
  const program = `
import asyncio, aiohttp, time
async def status(session, path):
    async with session.get(f'https://httpbin.org{path}') as response:
        return response.status
async def main():
    connector = aiohttp.TCPConnector(limit=2)
    async with aiohttp.ClientSession(connector=connector) as session:
        started = time.perf_counter()
        print(await asyncio.gather(*(status(session, '/delay/1') for _ in range(4))))
        print(2 < time.perf_counter() - started < 3)
        try:
            async with session.get('https://httpbin.org/status/404') as response:
                response.raise_for_status()
        except aiohttp.ClientResponseError as exc:
            print(exc)
        try:
            await session.get('https://httpbin.org/delay/5', timeout=aiohttp.ClientTimeout(total=1))
        except asyncio.TimeoutError as exc:
            print(repr(exc))
        try:
            await session.get('http://name.invalid')
        except aiohttp.ClientConnectorError as exc:
            print(exc)
asyncio.run(main())`;
  expect(printed(program)).toEqual([
    '[200, 200, 200, 200]',
    'True',
    "404, message='Not Found', url='https://httpbin.org/status/404'",
    'TimeoutError()',
    'Cannot connect to host name.invalid:80 ssl:default [Name or service not known]',
  ]);
});

test('aiohttp.web serves pages and WebSockets to its own client', () => {
  const program = `
import asyncio, aiohttp
from aiohttp import web
async def hello(request):
    return web.json_response({'hello': request.match_info['name']})
async def shout(request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for message in ws:
        await ws.send_str(message.data.upper())
    return ws
async def main():
    app = web.Application()
    app.add_routes([web.get('/ws', shout), web.get('/{name}', hello)])
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, 'localhost', 8080).start()
    async with aiohttp.ClientSession('http://localhost:8080') as session:
        async with session.get('/Ada') as response:
            print(response.status, await response.json())
        async with session.get('/a/b') as response:
            print(response.status, await response.text())
        async with session.ws_connect('/ws') as ws:
            await ws.send_str('abc')
            print((await ws.receive()).data)
    await runner.cleanup()
asyncio.run(main())`;
  expect(printed(program)).toEqual(["200 {'hello': 'Ada'}", '404 404: Not Found', 'ABC']);
});

test('requests and httpx', () => {
  const program = `
import asyncio, httpx, requests
response = requests.get('http://httpbin.org/get', params={'q': 'x y'})
print(response, response.json()['url'])
try:
    requests.get('http://httpbin.org/delay/3', timeout=1)
except requests.Timeout as exc:
    print(type(exc).__name__, exc)
async def main():
    async with httpx.AsyncClient() as client:
        todo = await client.get('https://jsonplaceholder.typicode.com/todos/1')
        print(todo, todo.json()['id'])
        try:
            (await client.get('https://httpbin.org/status/500')).raise_for_status()
        except httpx.HTTPStatusError as exc:
            print(str(exc).splitlines()[0])
asyncio.run(main())`;
  expect(printed(program)).toEqual([
    '<Response [200]> http://httpbin.org/get?q=x+y',
    "ReadTimeout HTTPConnectionPool(host='httpbin.org', port=80): Read timed out. (read timeout=1)",
    '<Response [200 OK]> 1',
    "Server error '500 Internal Server Error' for url 'https://httpbin.org/status/500'",
  ]);
});

test('websockets: a server and its client', () => {
  const program = `
import asyncio, websockets
async def turn(websocket):
    async for message in websocket:
        await websocket.send(message[::-1])
async def main():
    async with websockets.serve(turn, 'localhost', 8765):
        async with websockets.connect('ws://localhost:8765') as websocket:
            await websocket.send('hello')
            print(await websocket.recv())
        try:
            await websocket.recv()
        except websockets.ConnectionClosed as exc:
            print(exc)
asyncio.run(main())`;
  expect(printed(program)).toEqual(['olleh', 'sent 1000 (OK); then received 1000 (OK)']);
});

test('the same seed gives the same network', () => {
  const program = 'import requests, time\nrequests.get("http://example.com")\nprint(time.monotonic())';
  expect(printed(program)).toEqual(printed(program));
});
