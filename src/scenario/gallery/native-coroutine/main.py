import asyncio

async def step(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def walk(who, first, second):
    one = await step(first)
    two = await step(second)
    print(who, 'walked', one + two)

async def main():
    await asyncio.gather(walk('Ann', 1, 2), walk('Ben', 2, 2))

asyncio.run(main())
