# python: 3.6
# Recorded from CPython 3.6.
import asyncio

def generator(n):
    yield from asyncio.sleep(0.01)
    return n

@asyncio.coroutine
def main():
    first = asyncio.async(generator(1))
    second = asyncio.async(generator(2), loop=loop)
    print(type(first).__name__, first.done())
    print((yield from first), (yield from second))
    print(asyncio.async(first) is first)
    try:
        asyncio.async(3)
    except TypeError:
        print('not a coroutine')

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
print(loop.run_until_complete(generator(4)))
loop.close()
