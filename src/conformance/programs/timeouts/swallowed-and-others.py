# A body that swallows the timeout's cancellation, raises something else, or is cancelled from outside besides.
import asyncio


async def swallows():
    async with asyncio.timeout(1) as limit:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('swallowed', limit)
    return limit.expired(), asyncio.current_task().cancelling()


async def raises_other():
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError('other')
    except ValueError as error:
        context = error.__context__
        return repr(error), repr(context), repr(context.__cause__ if context else None)


async def raises_before():
    try:
        async with asyncio.timeout(1) as limit:
            raise KeyError('before')
    except KeyError as error:
        return repr(error), limit.expired(), limit


async def group_inside():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.sleep(5))
                try:
                    await asyncio.sleep(5)
                finally:
                    raise KeyError('finally')
    except BaseExceptionGroup as error:
        return [repr(each) for each in error.exceptions], [repr(each.__context__) for each in error.exceptions]


async def cancelled_too():
    async with asyncio.timeout(1):
        await asyncio.sleep(5)


async def main():
    for work in (swallows, raises_before, raises_other, group_inside):
        print(work.__name__, await work())
    for moment in (0.5, 1):
        task = asyncio.create_task(cancelled_too())
        await asyncio.sleep(moment)
        task.cancel('outside')
        try:
            await task
        except BaseException as error:
            print(moment, repr(error), task.cancelled(), task.cancelling())


asyncio.run(main())
