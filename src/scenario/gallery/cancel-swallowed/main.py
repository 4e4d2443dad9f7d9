import asyncio

async def poll():
    for turn in range(4):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print('never mind')  # and on it goes
        print('poll', turn)

async def main():
    try:
        async with asyncio.timeout(1.5):
            await poll()
    except TimeoutError:
        print('timed out')
    print('it took', asyncio.get_running_loop().time(), 's')

asyncio.run(main())
