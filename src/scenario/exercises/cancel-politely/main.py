import asyncio

async def listen():
    print('open')
    for _ in range(9):
        try:
            await asyncio.sleep(0.4)
            print('news')
        except asyncio.CancelledError:
            print('closed')

async def main():
    listener = asyncio.create_task(listen())
    await asyncio.sleep(1)
    listener.cancel()
    await asyncio.wait([listener], timeout=1)

asyncio.run(main())
