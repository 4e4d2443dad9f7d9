/** Python programs of the journeys through clients, processes and threads. */

export const ONE_PLACE = `import asyncio, aiohttp

async def get(session, n):
    async with session.get(f'http://example.com/{n}') as response:
        await response.read()

async def main():
    connector = aiohttp.TCPConnector(limit=1)
    async with aiohttp.ClientSession(connector=connector) as session:
        await asyncio.gather(get(session, 1), get(session, 2))

asyncio.run(main())
`;

export const WHAT_ANSWERS = `import asyncio, aiohttp

async def main():
    async with aiohttp.ClientSession() as session:
        try:
            async with session.get('http://api.example/') as response:
                print(response.status)
        except aiohttp.ClientError as error:
            print(type(error).__name__)

asyncio.run(main())
`;

export const TWO_WRITERS = `import subprocess

print('mine')
subprocess.run(['echo', 'its own'])
print('mine again')
`;

export const BETWEEN_THREADS = `import queue, threading, time

lock = threading.Lock()
ready = threading.Event()
box = queue.Queue(1)

def ann():
    with lock:
        time.sleep(1)
    time.sleep(1)
    ready.set()
    box.put('a')
    box.put('b')

def bob():
    with lock:
        pass
    ready.wait()
    time.sleep(1)
    box.get()

threads = [threading.Thread(target=run, name=run.__name__) for run in (ann, bob)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`;
