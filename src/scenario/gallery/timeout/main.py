import asyncio

async def slow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('slow: I am cancelled')
        raise

async def main():
    me = asyncio.current_task()
    try:
        async with asyncio.timeout(1):
            await slow()
    except TimeoutError:
        print('main: out of time')
    print('main: requests left', me.cancelling())

asyncio.run(main())
