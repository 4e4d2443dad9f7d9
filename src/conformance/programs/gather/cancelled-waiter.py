# Cancelling the task that waits in gather: with and without return_exceptions, and with a child that refuses.
import asyncio


async def child(n, log, stubborn=False):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as error:
        log.append((n, error.args))
        if stubborn:
            return 'stayed'
        raise


async def waits(log, **options):
    made = asyncio.gather(child('a', log), child('b', log, True), child('c', log), **options)
    try:
        return await made
    finally:
        log.append((made.done(), made.cancelled()))


async def main():
    for options in ({}, {'return_exceptions': True}):
        log = []
        task = asyncio.create_task(waits(log, **options))
        await asyncio.sleep(1)
        task.cancel('all')
        print(await asyncio.gather(task, return_exceptions=True), task.cancelled(), log)
    log = []
    made = asyncio.gather(child('d', log, True), child('e', log, True))
    await asyncio.sleep(1)
    print(made.cancel('both'), made.done())
    try:
        print(await made)
    except asyncio.CancelledError as error:
        print(repr(error), log, repr(made._exception), made.cancelled())


asyncio.run(main())
