import asyncio

from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(1)
    async with connect('ws://localhost:8000/') as socket:
        await socket.send('hello')
        try:
            async with asyncio.timeout(3):
                await socket.recv()
        except TimeoutError:
            print('no answer')


asyncio.run(main())
