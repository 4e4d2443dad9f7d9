import asyncio

from websockets.asyncio.client import connect


async def talk(name, when, says):
    await asyncio.sleep(when)
    async with connect('ws://localhost:8000/') as socket:
        await socket.send(says)
        try:
            async with asyncio.timeout(3):
                async for frame in socket:
                    print(name, frame)
        except TimeoutError:
            print(name, 'leaves')


async def main():
    await asyncio.gather(talk('ann', 1, 'hello'), talk('ben', 2, 'hi'))


asyncio.run(main())
