# A task cancelled before it starts, while it waits, while it is about to go on, and when it is done.
import asyncio


async def work(log, future=None):
    log.append('start')
    try:
        await (future or asyncio.sleep(1))
        log.append('went on')
    except asyncio.CancelledError:
        log.append('cancelled')
        raise
    finally:
        log.append('finally')
    return 'value'


async def stage(name, prepare):
    log = []
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(work(log, future), name=name)
    await prepare(task, future, log)
    result = await asyncio.gather(task, return_exceptions=True)
    print(name, log, [repr(each) for each in result], task.cancelled(), task.cancelling())


async def main():
    async def before(task, future, log):
        print(task.cancel(), task)

    async def waiting(task, future, log):
        await asyncio.sleep(0)
        print(task.cancel(), future.cancelled(), task)

    async def about(task, future, log):
        await asyncio.sleep(0)
        future.set_result(None)
        print(task.cancel(), future.cancelled(), task)

    async def done(task, future, log):
        await asyncio.sleep(0)
        future.set_result(None)
        await asyncio.wait([task])
        print(task.cancel(), task.cancelling(), task)

    async def twice(task, future, log):
        await asyncio.sleep(0)
        print(task.cancel('one'), task.cancel('two'), task.cancelling())

    for prepare in (before, waiting, about, done, twice):
        await stage(prepare.__name__, prepare)


asyncio.run(main())
