import asyncio

async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    async def one():
        async with a:
            await asyncio.sleep(1)
            print('one wants b')
            async with b:
                print('never')
    async def two():
        async with b:
            await asyncio.sleep(1)
            print('two wants a')
            async with a:
                print('never')
    try:
        await asyncio.gather(one(), two())
    finally:
        print('a hanging program never gets here')

asyncio.run(main())
