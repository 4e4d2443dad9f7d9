# cancelling() and uncancel() in the hands of the program.
import asyncio


async def counts(log):
    task = asyncio.current_task()
    for _ in range(3):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            log.append((error.args, task.cancelling(), task.uncancel()))
    return 'survived'


async def withdraws():
    task = asyncio.current_task()
    task.cancel('a')
    print(task.cancelling(), task.uncancel(), task.uncancel(), task.cancelling())
    await asyncio.sleep(0)
    print('was withdrawn')
    task.cancel('b')
    task.cancel('c')
    print(task.uncancel())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print('still delivered', error.args, task.cancelling())
    return task.cancelling()


async def main():
    log = []
    task = asyncio.create_task(counts(log))
    for message in ('x', 'y', 'z'):
        await asyncio.sleep(0.1)
        task.cancel(message)
    print(await task, log, task.cancelling(), task)
    print(await asyncio.create_task(withdraws()))
    task = asyncio.create_task(asyncio.sleep(1))
    print(task.uncancel(), task.cancelling())
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelling(), task.uncancel(), task.cancelling(), task.cancelled())


asyncio.run(main())
