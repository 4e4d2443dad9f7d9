# python: 3.10
# Recorded from CPython 3.10.
import asyncio

def pause():
    yield

def generator(n):
    yield from pause()
    return n

async def main():
    print(asyncio.iscoroutine(generator(1)))
    task = asyncio.get_running_loop().create_task(generator(2))
    print(await task)
    print(await asyncio.ensure_future(generator(3)))
    print(await asyncio.gather(generator(4), generator(5)))
    print(await asyncio.wait_for(generator(6), 1))
    try:
        await generator(7)
    except TypeError as error:
        print(type(error).__name__)

asyncio.run(main())
print(asyncio.new_event_loop().run_until_complete(generator(8)))
