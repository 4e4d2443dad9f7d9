import asyncio
import time

from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(1)
    async with connect('ws://localhost:8000/') as socket:
        await socket.send('go')
        try:
            async with asyncio.timeout(2):
                async for frame in socket:
                    print(f'{time.time():.3f}', frame)
        except TimeoutError:
            pass


asyncio.run(main())
