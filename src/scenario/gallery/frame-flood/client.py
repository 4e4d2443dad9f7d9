"""Twelve frames at once into a channel with room for ten, while nobody reads it."""
import asyncio
import time

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed


async def main():
    await asyncio.sleep(1)
    async with connect('ws://localhost:8000/') as socket:
        try:
            for number in range(12):
                await socket.send(f'frame {number}')
            async with asyncio.timeout(3):
                print(await socket.recv())
        except ConnectionClosed as closed:
            print(f'{time.time():.3f} closed', closed.rcvd.code)
        except TimeoutError:
            print('still open')


asyncio.run(main())
