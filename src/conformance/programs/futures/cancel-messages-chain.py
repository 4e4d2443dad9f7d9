# The message of a cancellation: what a future keeps, what a task loses, whom it reaches.
import asyncio


async def waits(future):
    try:
        await future
    except asyncio.CancelledError as error:
        print('inside', error.args)
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.cancel('first'), future.cancel('second'), future._cancel_message)
    for _ in range(2):
        try:
            future.result()
        except asyncio.CancelledError as error:
            print(error.args)
        try:
            future.exception()
        except asyncio.CancelledError as error:
            print(error.args)
    task = asyncio.create_task(waits(loop.create_future()))
    await asyncio.sleep(0)
    task.cancel('to the task')
    await asyncio.wait([task])
    for _ in range(2):
        try:
            task.result()
        except asyncio.CancelledError as error:
            print('task', error.args)
    inner = loop.create_future()
    task = asyncio.create_task(waits(inner))
    await asyncio.sleep(0)
    inner.cancel(('a', 'tuple'))
    await asyncio.wait([task])
    print(task.cancelled(), task._cancel_message)
    for odd in (None, 5, '', ValueError('x')):
        future = loop.create_future()
        future.cancel(odd)
        try:
            await future
        except asyncio.CancelledError as error:
            print(repr(error))
    future = loop.create_future()
    future.cancel(msg='keyword')
    print(future, future.cancelled(), future.done())


asyncio.run(main())
