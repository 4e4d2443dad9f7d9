import asyncio
import time

from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(0.5)
    try:
        async with connect('ws://localhost:8000/', open_timeout=None):
            print('open')
    except Exception as error:
        print(f'{time.time():.3f}', type(error).__name__, error)


asyncio.run(main())
