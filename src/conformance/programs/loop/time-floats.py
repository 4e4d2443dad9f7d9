import asyncio

async def main():
    loop = asyncio.get_running_loop()
    for _ in range(10):
        await asyncio.sleep(0.1)
        print(loop.time())
    h = loop.call_later(0.7, print, 'x')
    print(h.when(), h)
    await asyncio.sleep(1 / 3)
    print(loop.time())
    await asyncio.sleep(1e-9)
    await asyncio.sleep(1e-6)
    print(round(loop.time(), 7))
    await asyncio.sleep(1e6)
    print(round(loop.time(), 3))

asyncio.run(main())
