# An exception raised while a cancellation is handled takes its place; the task is then not cancelled.
import asyncio


async def replaces(how):
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        if how == 'raise':
            raise ValueError('instead')
        if how == 'from':
            raise ValueError('instead') from error
        if how == 'none':
            raise ValueError('instead') from None
        if how == 'new':
            raise asyncio.CancelledError('new')
        if how == 'return':
            return 'returned'
        if how == 'group':
            raise BaseExceptionGroup('g', [error, KeyError('k')])
        if how == 'exit':
            raise GeneratorExit


async def main():
    for how in ('raise', 'from', 'none', 'new', 'return', 'group', 'exit'):
        task = asyncio.create_task(replaces(how))
        await asyncio.sleep(0)
        task.cancel('request')
        try:
            print(how, await task, end=' ')
        except BaseException as error:
            print(how, repr(error), repr(error.__cause__), repr(error.__context__), end=' ')
        print(task.cancelled(), task.cancelling())


asyncio.run(main())
