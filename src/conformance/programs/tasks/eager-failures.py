# An eager task that fails, is cancelled or cancels itself in its first step.
import asyncio


async def fails():
    raise ValueError('at once')


async def cancels_itself():
    asyncio.current_task().cancel('self')
    return 'returned'


async def cancels_and_waits():
    asyncio.current_task().cancel('self')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as error:
        print('delivered', error.args)
        raise


async def waits():
    await asyncio.sleep(1)


def eager(coro):
    return asyncio.Task(coro, loop=asyncio.get_running_loop(), eager_start=True)


async def main():
    task = eager(fails())
    print(task)
    for _ in range(2):
        try:
            await task
        except ValueError as error:
            print(repr(error))
    task = eager(cancels_itself())
    print(task, task.cancelled())
    task = eager(cancels_and_waits())
    print(task.done(), task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    task = eager(waits())
    print(task.done(), task in asyncio.all_tasks())
    task.cancel()
    await asyncio.wait([task])
    print(task)
    done = []
    task = eager(fails())
    task.add_done_callback(done.append)
    print(done)
    await asyncio.sleep(0)
    print(done == [task])


asyncio.run(main())
