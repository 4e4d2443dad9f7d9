import asyncio

async def slow():
    await asyncio.sleep(10)

async def main():
    try:
        await asyncio.wait_for(slow(), 1)
    except TimeoutError as e:
        print('caught', repr(e))
    async with asyncio.timeout(2):
        await asyncio.gather(slow(), slow())

asyncio.run(main())
