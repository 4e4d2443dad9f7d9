# One asynchronous generator driven by several tasks, and a queue behind one.
import asyncio


async def numbers():
    for n in range(5):
        await asyncio.sleep(0.1)
        yield n


async def consumer(generator, name, log):
    try:
        async for n in generator:
            log.append((name, n))
    except RuntimeError as error:
        log.append((name, str(error)))


async def from_queue(queue):
    while (item := await queue.get()) is not None:
        yield item
        queue.task_done()


async def main():
    log = []
    generator = numbers()
    await asyncio.gather(consumer(generator, 'a', log), consumer(generator, 'b', log))
    print(log)
    queue = asyncio.Queue()
    for item in (1, 2, 3, None):
        queue.put_nowait(item)
    print([item * 10 async for item in from_queue(queue)], queue._unfinished_tasks)
    generator = numbers()
    task = asyncio.create_task(anext(generator))
    await asyncio.sleep(0.05)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    print([n async for n in generator], await anext(generator, 'nothing left'))
    generator = numbers()
    try:
        async with asyncio.timeout(0.25):
            async for n in generator:
                print('got', n)
    except TimeoutError:
        print('timeout', await anext(generator, 'closed'))


asyncio.run(main())
