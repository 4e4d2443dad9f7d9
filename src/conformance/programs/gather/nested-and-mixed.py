# gather in gather, with futures, coroutines, awaitables and tasks side by side.
import asyncio


class Waits:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        yield
        return self.n


async def value(n, delay=0):
    await asyncio.sleep(delay)
    return n


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'future')
    task = asyncio.create_task(value('task', 2))
    print(await asyncio.gather(asyncio.gather(value(1), value(2)), future, task, Waits('awaitable'), asyncio.gather(), value(3, 3)))
    print(loop.time())
    print(await asyncio.gather(*[future, future, task]))
    empty = asyncio.gather()
    print(empty, type(empty).__name__, await empty)
    outer = asyncio.gather(value('x', 1), value('y', 2))
    print(type(outer).__name__, outer)
    await asyncio.sleep(1.5)
    print(outer.done(), outer.cancel(), outer.done())
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), outer.cancelled(), outer)
    for wrong in ((5,), (value, ), (None, None)):
        try:
            asyncio.gather(*wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
