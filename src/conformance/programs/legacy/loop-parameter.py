# python: 3.9
# Recorded from CPython 3.9.
import asyncio

async def double(n, loop):
    await asyncio.sleep(0.01, loop=loop)
    return 2 * n

async def main(loop):
    print(await asyncio.gather(double(1, loop), double(2, loop), loop=loop))
    done, pending = await asyncio.wait([loop.create_task(double(3, loop))], loop=loop)
    print([task.result() for task in done], pending)
    print(await asyncio.wait_for(double(4, loop), 1, loop=loop))
    print(await asyncio.shield(double(5, loop), loop=loop))
    for future in asyncio.as_completed([double(6, loop)], loop=loop):
        print(await future)
    queue = asyncio.Queue(maxsize=1, loop=loop)
    await queue.put('item')
    print(queue.full(), await queue.get())
    lock, event = asyncio.Lock(loop=loop), asyncio.Event(loop=loop)
    async with lock:
        print(lock.locked())
    event.set()
    print(await event.wait())
    semaphore = asyncio.BoundedSemaphore(1, loop=loop)
    async with semaphore:
        print(semaphore.locked())
    condition = asyncio.Condition(loop=loop)
    async with condition:
        print(condition.locked())
    try:
        await asyncio.sleep(0, lop=loop)
    except TypeError as error:
        print(type(error).__name__)

loop = asyncio.get_event_loop()
loop.run_until_complete(main(loop))
