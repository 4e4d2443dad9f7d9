import asyncio

import asgi
from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(1)
    async with connect('ws://localhost:8000/') as socket:
        for frame in ('bad', 'good', 'better'):
            await socket.send(frame)
        try:
            async with asyncio.timeout(2):
                async for frame in socket:
                    print(frame)
        except TimeoutError:
            print('that was all')
    await asyncio.sleep(1)
    print('members', len(list(asgi.channel_layer.group_channels('room'))))


asyncio.run(main())
