import { expect, test, vi } from 'vitest';
import type { Chunk } from '../trace/events.ts';
import { appendChunk, EMPTY_TRACE, eventsBetween, type Trace, worldAfter } from '../trace/trace.ts';
import { whyWaiting } from '../trace/why.ts';
import { runHeadlessNow } from './headless.ts';

// The packages are compiled by the first test that uses them.
vi.setConfig({ testTimeout: 60_000 });

function traceOf(text: string, hosts: readonly object[] = []): { readonly trace: Trace; readonly stdout: string } {
  let trace = EMPTY_TRACE;
  const onChunk = (chunk: Chunk) => {
    trace = appendChunk(trace, chunk);
  };
  const network = { latencyMs: 10, jitterMs: 0, bandwidth: 0, loss: 0, hosts: hosts as never };
  const { stdout, stderr } = runHeadlessNow({ files: { 'main.py': text }, onChunk, network });
  expect(stderr).toBe('');
  return { trace, stdout };
}

function pools({ trace }: { readonly trace: Trace }): readonly string[] {
  return eventsBetween(trace, 0, trace.length).flatMap((event) =>
    event.kind === 'pool.changed' ? [`${event.users.join(' ')} | ${event.waiters.join(' ')}`] : [],
  );
}

function attempts({ trace }: { readonly trace: Trace }): readonly string[] {
  return eventsBetween(trace, 0, trace.length).flatMap((event) => {
    if (event.kind === 'request.began') return [`${event.attempt}: ${event.label}`];
    return event.kind === 'request.ended' ? [`${event.outcome} ${event.text}`] : [];
  });
}

const DOWN = { name: 'down.example', state: 'refuses', latencyMs: null, pages: [] };
const SHAKY = {
  name: 'shaky.example',
  state: 'up',
  latencyMs: null,
  pages: [{ path: '/', status: 200, type: '', body: 'well', delayMs: 100, failures: 1 }],
};

const LINE = ['1 | ', '1 | 2', '1 | 2 3', ' | 2 3', '2 | 3', ' | 3', '3 | ', ' | '];

test('aiohttp: a connector with one place lets the others stand in line, first come first served', () => {
  const ran = traceOf(`import asyncio, aiohttp
async def get(session, n):
    async with session.get(f'https://example.com/{n}') as response:
        await response.read()
async def main():
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        await asyncio.gather(*(get(session, n) for n in range(3)))
asyncio.run(main())`);
  expect(pools(ran)).toEqual(LINE);
  const { trace } = ran;
  const at = eventsBetween(trace, 0, trace.length).findIndex((e) => e.kind === 'pool.changed' && e.waiters.length > 1);
  const world = worldAfter(trace, at + 8);
  const last = [...world.tasks.values()].findLast(({ state }) => state === 'waiting');
  expect(whyWaiting(world, last?.id ?? 0)?.sentence).toContain(
    'waits for a connection of the pool of TCPConnector, 1 of 1 in use, by A; number 2 in line',
  );
});

test('httpx: limits of a client do the same', () => {
  const ran = traceOf(`import asyncio, httpx
async def main():
    async with httpx.AsyncClient(limits=httpx.Limits(max_connections=1)) as client:
        await asyncio.gather(*(client.get(f'https://example.com/{n}') for n in range(3)))
asyncio.run(main())`);
  expect(pools(ran)).toEqual(['1 | ', '1 | 2', '1 | 2 3', ' | 2 3', '2 | 3', ' | 3', '3 | ', ' | ']);
});

test('requests: an adapter that blocks makes threads stand in line', () => {
  const ran = traceOf(`import requests
from concurrent.futures import ThreadPoolExecutor
session = requests.Session()
session.mount('https://', requests.adapters.HTTPAdapter(pool_maxsize=1, pool_block=True))
with ThreadPoolExecutor(3) as pool:
    print([answer.status_code for answer in pool.map(session.get, [f'https://example.com/{n}' for n in range(3)])])`);
  expect(ran.stdout).toBe('[200, 200, 200]\n');
  expect(pools(ran)).toEqual(LINE);
});

test('the same request tried again after a failure is the next attempt, another one is a first', () => {
  const ran = traceOf(
    `import asyncio, aiohttp
async def main():
    async with aiohttp.ClientSession() as session:
        for url in ('http://down.example/', 'http://shaky.example/'):
            for seconds in (1, 0.01, 1):
                try:
                    async with asyncio.timeout(seconds):
                        async with session.get(url) as response:
                            if response.status == 200:
                                break
                except (aiohttp.ClientError, TimeoutError) as error:
                    print(type(error).__name__)
        await (await session.get('http://shaky.example/')).read()
asyncio.run(main())`,
    [DOWN, SHAKY],
  );
  expect(attempts(ran)).toEqual([
    '1: GET /',
    '2 ClientConnectorError',
    '2: GET /',
    '4 CancelledError',
    '3: GET /',
    '2 ClientConnectorError',
    '1: GET /',
    '0 503 Service Unavailable',
    '2: GET /',
    '4 CancelledError',
    '3: GET /',
    '0 200 OK',
    '1: GET /',
    '0 200 OK',
  ]);
});

test('what a library tries again by itself is told attempt by attempt', () => {
  const ran = traceOf(
    `import httpx, requests
try:
    httpx.Client(transport=httpx.HTTPTransport(retries=1)).get('http://down.example/')
except httpx.ConnectError as error:
    print(error)
session = requests.Session()
session.mount('http://', requests.adapters.HTTPAdapter(max_retries=1))
try:
    session.get('http://down.example/x')
except requests.ConnectionError:
    print('requests gave up')`,
    [DOWN],
  );
  expect(attempts(ran).map((line) => line.replace(/ \\w+$/, ''))).toEqual([
    '1: GET /',
    '2 ConnectionRefusedError',
    '2: GET /',
    '2 ConnectError',
    '1: GET /x',
    '2 ConnectionRefusedError',
    '2: GET /x',
    '2 ConnectionError',
  ]);
});

test('a timeout of the program itself is seen on the wire that it gave up', () => {
  const { trace } = traceOf(`import asyncio
async def main():
    reader, writer = await asyncio.open_connection('httpbin.org', 80)
    writer.write(b'GET /delay/5 HTTP/1.1\\\\r\\\\nHost: httpbin.org\\\\r\\\\n\\\\r\\\\n')
    try:
        async with asyncio.timeout(0.5):
            await reader.readline()
    except TimeoutError:
        print('enough')
asyncio.run(main())`);
  const troubles = Array.from({ length: trace.length }, (_, at) => worldAfter(trace, at).connections[0]?.trouble?.text);
  expect(new Set(troubles)).toEqual(new Set([undefined, 'timed out']));
});
