# Groups within groups: who is cancelled when an inner child fails, and what the outer group raises.
import asyncio


async def child(name, delay, error=None):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print('cancelled', name, asyncio.get_running_loop().time())
        raise
    if error is not None:
        raise error
    print('finished', name)


def tree(error, depth=0):
    print('  ' * depth + f'{type(error).__name__}: {error}')
    for each in getattr(error, 'exceptions', ()):
        tree(each, depth + 1)


async def inner(fail):
    async with asyncio.TaskGroup() as group:
        group.create_task(child('i1', 1, ValueError('i1') if fail else None))
        group.create_task(child('i2', 3))


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child('o1', 2), name='o1')
            group.create_task(inner(True))
            await asyncio.sleep(10)
    except BaseExceptionGroup as error:
        tree(error)
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as middle:
                outer.create_task(child('a', 1, KeyError('a')))
                middle.create_task(child('b', 5))
                await asyncio.sleep(10)
    except BaseExceptionGroup as error:
        tree(error)
    async with asyncio.TaskGroup() as group:
        group.create_task(inner(False))
    print('end', asyncio.current_task().cancelling())


asyncio.run(main())
