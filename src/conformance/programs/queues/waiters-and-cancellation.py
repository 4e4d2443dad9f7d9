# Queues whose getters and putters are cancelled at awkward moments.
import asyncio


async def main():
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get(), name=str(n)) for n in range(3)]
    await asyncio.sleep(0)
    print(queue, len(queue._getters))
    queue.put_nowait('item')
    getters[0].cancel()
    await asyncio.sleep(0.1)
    print([task.done() for task in getters], [task.cancelled() for task in getters], queue)
    print(getters[1].result())
    getters[2].cancel()
    await asyncio.sleep(0)
    print(queue, queue.qsize(), len(queue._getters))
    full = asyncio.Queue(1)
    full.put_nowait(0)
    putters = [asyncio.create_task(full.put(n)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    print(full, full.full())
    print(full.get_nowait())
    putters[0].cancel()
    await asyncio.sleep(0.1)
    print([task.done() for task in putters], full)
    print(await full.get(), await full.get())
    print(full, full.empty())
    barging = asyncio.create_task(full.get())
    await asyncio.sleep(0)
    full.put_nowait('a')
    print(full.get_nowait())
    await asyncio.sleep(0)
    print(barging.done(), full)
    full.put_nowait('b')
    print(await barging)
    for action in (full.get_nowait, full.task_done):
        try:
            for _ in range(9):
                action()
        except (asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
