import asyncio
import time

from websockets.asyncio.client import connect


async def listen(name, port, says=None):
    async with connect(f'ws://localhost:{port}/') as socket:
        if says:
            await asyncio.sleep(1)
            await socket.send(says)
        frames = []
        try:
            async with asyncio.timeout(3):
                async for frame in socket:
                    frames.append((f'{time.time():.3f}', frame))
        except TimeoutError:
            print(name, frames)


async def main():
    await asyncio.sleep(1)
    await asyncio.gather(listen('a', 8001), listen('b', 8001), listen('c', 8002, 'hello'))


asyncio.run(main())
