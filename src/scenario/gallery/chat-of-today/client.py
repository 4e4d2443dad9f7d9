import asyncio

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

async def listen(name, port):
    async with connect(f'ws://localhost:{port}/') as socket:
        speaking = asyncio.create_task(speak(socket)) if name == 'ann' else None
        try:
            async with asyncio.timeout(7):
                async for frame in socket:
                    print(name, 'hears', frame)
        except ConnectionClosed:
            print(name, 'is cut off')
        except TimeoutError:
            print(name, 'leaves')

async def speak(socket):
    for seconds in (1, 4):
        await asyncio.sleep(seconds)
        await socket.send('hi')

async def main():
    await asyncio.sleep(1)
    await asyncio.gather(listen('ann', 8001), listen('ben', 8002), listen('cat', 8002))

asyncio.run(main())
