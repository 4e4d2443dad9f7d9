# wait_for when the end, the timeout and a cancellation come in one moment.
import asyncio


async def work(seconds, stubborn=False):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        if stubborn:
            return 'stubborn'
        raise
    return 'done'


async def attempt(name, coro):
    loop = asyncio.get_running_loop()
    start = loop.time()
    try:
        result = await coro
    except BaseException as error:
        result = repr(error)
    print(name, result, loop.time() - start)


async def main():
    loop = asyncio.get_running_loop()
    await attempt('same moment', asyncio.wait_for(work(1), 1))
    await attempt('just in time', asyncio.wait_for(work(1), 1.001))
    await attempt('late', asyncio.wait_for(work(1), 0.999))
    await attempt('stubborn', asyncio.wait_for(work(5, True), 1))
    await attempt('none', asyncio.wait_for(work(1), None))
    await attempt('zero', asyncio.wait_for(work(0), 0))
    await attempt('negative', asyncio.wait_for(work(0), -1))
    task = asyncio.create_task(work(2))
    await attempt('task', asyncio.wait_for(task, 1))
    print(task.cancelled())
    task = asyncio.create_task(work(2))
    await attempt('shielded', asyncio.wait_for(asyncio.shield(task), 1))
    print(task.done(), await task)
    future = loop.create_future()
    future.set_result('ready')
    await attempt('ready with zero', asyncio.wait_for(future, 0))
    future = loop.create_future()
    loop.call_later(1, future.set_result, 'late result')
    await attempt('future', asyncio.wait_for(future, 0.5))
    print(future)
    loop.call_later(0, future.cancel)
    for wrong in (5, None):
        await attempt('wrong', asyncio.wait_for(wrong, 1))


async def quiet():
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print('handler', repr(context.get('exception'))))
    await main()


asyncio.run(quiet())
