import asyncio

lock = asyncio.Lock()

async def write(name):
    async with lock:
        print(name, 'begins')
        await asyncio.sleep(1)
        print(name, 'ends')

async def main():
    await asyncio.gather(write('Ann'), write('Ben'))

asyncio.run(main())
