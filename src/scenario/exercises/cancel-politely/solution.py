import asyncio

async def listen():
    print('open')
    try:
        for _ in range(9):
            await asyncio.sleep(0.4)
            print('news')
    finally:
        print('closed')

async def main():
    listener = asyncio.create_task(listen())
    await asyncio.sleep(1)
    listener.cancel()
    await asyncio.wait([listener], timeout=1)

asyncio.run(main())
