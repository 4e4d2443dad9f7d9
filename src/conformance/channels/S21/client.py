import asyncio
import time

import asgi
from websockets.asyncio.client import connect


async def listen(name, socket):
    async for frame in socket:
        print(f'{time.time():.3f} {name}', frame)


async def main():
    await asyncio.sleep(1)
    a, b = await connect('ws://localhost:8000/'), await connect('ws://localhost:8000/')
    readers = [asyncio.create_task(listen('a', a)), asyncio.create_task(listen('b', b))]
    await a.send('all')
    await asyncio.sleep(4.5 - time.time())
    await a.send('slow')
    await a.send('in flight')
    await asyncio.sleep(6 - time.time())
    await a.send('direct')
    await a.send('all')
    await asyncio.sleep(1)
    print('members', len(list(asgi.channel_layer.group_channels('room'))), a.state.name, b.state.name)
    for reader in readers:
        reader.cancel()


asyncio.run(main())
