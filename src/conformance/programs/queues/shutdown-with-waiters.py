# shutdown() while getters and putters wait, gracefully and at once.
import asyncio


async def gets(queue, name, log):
    try:
        while True:
            log.append((name, await queue.get()))
    except asyncio.QueueShutDown as error:
        log.append((name, type(error).__name__, error.args))


async def puts(queue, item, log):
    try:
        await queue.put(item)
        log.append(('put', item))
    except asyncio.QueueShutDown:
        log.append(('refused', item))


async def main():
    for immediate in (False, True):
        log = []
        queue = asyncio.Queue(1)
        queue.put_nowait('first')
        tasks = [asyncio.create_task(puts(queue, n, log)) for n in (1, 2)]
        joiner = asyncio.create_task(queue.join())
        await asyncio.sleep(0)
        print(queue)
        queue.shutdown(immediate)
        print(queue, queue.empty(), queue._unfinished_tasks)
        await asyncio.gather(*tasks)
        if not immediate:
            print(queue.get_nowait())
            queue.task_done()
        await joiner
        for action in (queue.get_nowait, lambda: queue.put_nowait(5)):
            try:
                action()
            except asyncio.QueueShutDown as error:
                log.append(repr(error))
        log.append('waiting getters')
        queue = asyncio.Queue()
        tasks = [asyncio.create_task(gets(queue, name, log)) for name in 'ab']
        await asyncio.sleep(0)
        queue.put_nowait('x')
        queue.shutdown(immediate)
        await asyncio.gather(*tasks)
        print(log)


asyncio.run(main())
