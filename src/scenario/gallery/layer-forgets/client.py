"""At 5 s the layer is flushed. The socket stays open, but its group is gone."""
import asyncio
import time

import asgi
from websockets.asyncio.client import connect


async def listen(socket):
    async for frame in socket:
        print(f'{time.time():.3f} {frame}')


async def main():
    await asyncio.sleep(1)
    async with connect('ws://localhost:8000/') as socket:
        reader = asyncio.create_task(listen(socket))
        await socket.send('all')
        await asyncio.sleep(4)
        asgi.channel_layer.flush()
        await socket.send('me')
        await socket.send('all')
        await asyncio.sleep(1)
        print(socket.state.name)
        reader.cancel()


asyncio.run(main())
