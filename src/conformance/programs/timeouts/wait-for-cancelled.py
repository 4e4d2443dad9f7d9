# Cancelling who waits in wait_for, before, during and together with the timeout.
import asyncio


async def inner(log):
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError as error:
        log.append(('inner', error.args))
        await asyncio.sleep(0.5)
        log.append('inner cleaned')
        raise


async def outer(log, timeout):
    try:
        await asyncio.wait_for(inner(log), timeout)
    except BaseException as error:
        log.append((type(error).__name__, error.args, type(error.__cause__).__name__))
        raise


async def main():
    for moment in (0.5, 1, 1.2):
        log = []
        task = asyncio.create_task(outer(log, 1))
        await asyncio.sleep(moment)
        task.cancel('from outside')
        result = await asyncio.gather(task, return_exceptions=True)
        print(moment, log, [repr(each) for each in result], task.cancelled(), task.cancelling())


asyncio.run(main())
