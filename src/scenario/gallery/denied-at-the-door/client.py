import asyncio

from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(1)
    try:
        async with connect('ws://localhost:8000/', open_timeout=None) as socket:
            print('open')
            await socket.send('hello')
            async with asyncio.timeout(3):
                print(await socket.recv())
    except Exception as error:
        print(type(error).__name__, error)


asyncio.run(main())
