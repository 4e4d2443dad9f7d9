import asyncio

async def main():
    loop = asyncio.get_running_loop()
    t = loop.time() + 1
    for i in range(6):
        loop.call_at(t, print, i)
    loop.call_at(t + 1, print, 'later')
    await asyncio.sleep(3)

asyncio.run(main())
