import asyncio
import types

print('asyncio.coroutine is here:', hasattr(asyncio, 'coroutine'))
asyncio.coroutine = types.coroutine  # it did this, until 3.10

@asyncio.coroutine
def step(seconds):
    yield from asyncio.sleep(seconds)
    return seconds

@asyncio.coroutine
def walk(who, first, second):
    one = yield from step(first)
    two = yield from step(second)
    print(who, 'walked', one + two)

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(stroll('Ann', 1, 2), name='Ann')
        group.create_task(stroll('Ben', 2, 2), name='Ben')

async def stroll(*route):  # since 3.12 a task takes only native ones
    await walk(*route)

asyncio.run(main())
