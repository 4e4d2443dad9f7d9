import asyncio

from websockets.asyncio.client import connect


async def listen(name, says=None):
    async with connect('ws://localhost:8000/') as socket:
        await asyncio.sleep(1)
        if says:
            await socket.send(says)
        try:
            async with asyncio.timeout(2):
                print(name, 'hears', await socket.recv())
        except TimeoutError:
            print(name, 'hears nothing')


async def main():
    await asyncio.sleep(1)
    await asyncio.gather(listen('ann'), listen('ben', 'hello'), listen('cat'))


asyncio.run(main())
