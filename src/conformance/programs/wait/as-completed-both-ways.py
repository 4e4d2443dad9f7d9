# as_completed as an iterator and as an asynchronous one.
import asyncio


async def value(n, error=None):
    await asyncio.sleep(n)
    if error is not None:
        raise error
    return n


async def main():
    loop = asyncio.get_running_loop()
    for next_one in asyncio.as_completed([value(3), value(1), value(2)]):
        print('coroutine', asyncio.iscoroutine(next_one), await next_one, loop.time())
    tasks = [asyncio.create_task(value(n), name=f'v{n}') for n in (3, 1, 2)]
    async for task in asyncio.as_completed(tasks):
        print(task in tasks, task.get_name(), task.done(), await task)
    for next_one in asyncio.as_completed([value(1, KeyError('k')), value(2)]):
        try:
            print(await next_one)
        except KeyError as error:
            print(repr(error))
    async for done in asyncio.as_completed([value(1, KeyError('k')), value(2)]):
        print(repr(done.exception()))
    tasks = [asyncio.create_task(value(n)) for n in (1, 5)]
    try:
        for next_one in asyncio.as_completed(tasks, timeout=2):
            print(await next_one)
    except TimeoutError as error:
        print('timeout', error.args, [task.done() for task in tasks])
    try:
        async for done in asyncio.as_completed(tasks, timeout=1):
            print(await done)
    except TimeoutError:
        print('timeout again', loop.time())
    print(await tasks[1], list(asyncio.as_completed([])))
    iterator = asyncio.as_completed([value(1)])
    print(type(iterator).__name__, iter(iterator) is iterator, iterator.__aiter__() is iterator)
    print(await next(iterator))
    try:
        next(iterator)
    except StopIteration:
        print('end')
    for wrong in (5, value, asyncio.create_task(value(0))):
        try:
            asyncio.as_completed(wrong)
        except TypeError as error:
            print(str(error)[:40])


asyncio.run(main())
