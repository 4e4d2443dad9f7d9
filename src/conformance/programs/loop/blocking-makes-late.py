import asyncio, time

async def ticker(n, d):
    loop = asyncio.get_running_loop()
    for i in range(n):
        await asyncio.sleep(d)
        print('tick', i, loop.time())

async def blocker():
    await asyncio.sleep(1)
    print('block from', time.monotonic())
    time.sleep(3)
    print('block to', time.monotonic())

async def main():
    loop = asyncio.get_running_loop()
    loop.call_at(2, print, 'due at 2')
    loop.call_at(1.5, print, 'due at 1.5')
    loop.call_at(3.5, lambda: print('due at 3.5, ran at', loop.time()))
    await asyncio.gather(ticker(5, 0.5), blocker())
    try:
        async with asyncio.timeout(1):
            time.sleep(2)
            print('no await yet')
            await asyncio.sleep(0)
            print('one turn given')
            await asyncio.sleep(0)
            print('never here')
    except TimeoutError:
        print('late timeout', loop.time())

asyncio.run(main())
