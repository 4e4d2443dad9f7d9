# What is told of tasks and futures that nobody holds any more.
import asyncio


async def fails(n):
    raise ValueError(n)


async def sleeps():
    await asyncio.sleep(100)


async def main():
    asyncio.create_task(fails(1), name='one')
    await asyncio.sleep(0.1)
    print('-- one')
    task = asyncio.create_task(fails(2), name='two')
    await asyncio.sleep(0.1)
    task = None
    print('-- two')
    task = asyncio.create_task(fails(3), name='three')
    await asyncio.sleep(0.1)
    print(repr(task.exception()))
    task = None
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError('future'))
    del future
    print('-- future')
    tasks = [asyncio.create_task(fails(n), name=f'm{n}') for n in (4, 5)]
    await asyncio.wait(tasks)
    tasks.pop()
    print('-- popped')
    tasks.clear()
    print('-- cleared')
    cancelled = asyncio.create_task(sleeps())
    await asyncio.sleep(0)
    cancelled.cancel()
    cancelled = None
    await asyncio.sleep(0.1)
    print('end')


asyncio.run(main())
