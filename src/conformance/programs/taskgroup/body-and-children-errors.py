# Errors of the body and of the children together, and a cancellation of the parent that meets them.
import asyncio


async def child(delay, error):
    await asyncio.sleep(delay)
    raise error


async def body_raises():
    async with asyncio.TaskGroup() as group:
        group.create_task(child(0, ValueError('child')))
        await asyncio.sleep(0)
        raise KeyError('body')


async def only_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(5))
        raise KeyError('body')


async def several():
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(child(1, ValueError(n)))


async def in_cleanup():
    async def cleans():
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            raise OSError('cleanup')
    async with asyncio.TaskGroup() as group:
        group.create_task(cleans())
        group.create_task(child(1, ValueError('first')))


async def main():
    for work in (body_raises, only_body, several, in_cleanup):
        try:
            await work()
        except BaseExceptionGroup as error:
            print(work.__name__, type(error).__name__, error, [repr(each) for each in error.exceptions], repr(error.__cause__))
    for work, moment in ((several, 0.5), (several, 1), (in_cleanup, 1)):
        task = asyncio.create_task(work())
        await asyncio.sleep(moment)
        task.cancel('parent')
        try:
            await task
        except BaseException as error:
            print(work.__name__, moment, repr(error), task.cancelled(), task.cancelling())


asyncio.run(main())
