# A cancelled wait() leaves its tasks alone, and removes itself from them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(asyncio.sleep(n, n), name=f't{n}') for n in (1, 2)]
    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(0.5)
    print([len(task._callbacks or []) for task in tasks])
    waiter.cancel('stop waiting')
    try:
        await waiter
    except asyncio.CancelledError as error:
        print(repr(error))
    print([task.done() for task in tasks], [task._callbacks for task in tasks])
    first = asyncio.create_task(asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED))
    second = asyncio.create_task(asyncio.wait(tasks))
    done, pending = await first
    print(loop.time(), [task.get_name() for task in done], [len(task._callbacks or []) for task in tasks])
    done, pending = await second
    print(loop.time(), sorted(task.result() for task in done), pending)
    cancelled = asyncio.create_task(asyncio.sleep(5))
    loop.call_later(1, cancelled.cancel)
    done, pending = await asyncio.wait([cancelled], return_when=asyncio.FIRST_EXCEPTION)
    print(loop.time(), len(done), cancelled.cancelled())


asyncio.run(main())
