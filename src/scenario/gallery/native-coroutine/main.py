import asyncio

async def step(seconds):
    await asyncio.sleep(seconds)
    return seconds

async def walk(who, first, second):
    one = await step(first)
    two = await step(second)
    print(who, 'walked', one + two)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(stroll('Ann', 1, 2), name='Ann')
        group.create_task(stroll('Ben', 2, 2), name='Ben')

async def stroll(*route):
    await walk(*route)

asyncio.run(main())
