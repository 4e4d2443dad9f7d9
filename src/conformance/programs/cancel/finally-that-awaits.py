# A finally that awaits is cancelled again by a second request, and finishes when there is none.
import asyncio


async def careful(log):
    try:
        await asyncio.sleep(10)
    finally:
        log.append('cleaning')
        try:
            await asyncio.sleep(1)
            log.append('cleaned')
        except asyncio.CancelledError as error:
            log.append(('interrupted', error.args, repr(error.__context__)))
            raise


async def main():
    for times in (1, 2, 3):
        log = []
        task = asyncio.create_task(careful(log))
        await asyncio.sleep(0.1)
        for n in range(times):
            task.cancel(n)
            await asyncio.sleep(0.2)
        try:
            await task
        except asyncio.CancelledError as error:
            log.append(error.args)
        print(log, task.cancelling(), task.cancelled())


asyncio.run(main())
