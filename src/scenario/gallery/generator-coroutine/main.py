import asyncio

@asyncio.coroutine
def step(seconds):
    yield from asyncio.sleep(seconds)
    return seconds

@asyncio.coroutine
def walk(who, first, second):
    one = yield from step(first)
    two = yield from step(second)
    print(who, 'walked', one + two)

@asyncio.coroutine
def main():
    yield from asyncio.gather(walk('Ann', 1, 2), walk('Ben', 2, 2))

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()
