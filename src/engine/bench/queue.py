"""Producers and consumers over one bounded `asyncio.Queue`."""
import asyncio


async def producer(queue, name, count):
    for i in range(count):
        await queue.put((name, i))


async def consumer(queue, totals):
    while True:
        name, i = await queue.get()
        totals[name] = totals.get(name, 0) + i
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=10)
    totals = {}
    consumers = [asyncio.create_task(consumer(queue, totals)) for _ in range(4)]
    await asyncio.gather(*(producer(queue, name, 4_000) for name in range(5)))
    await queue.join()
    for task in consumers:
        task.cancel()
    print(sorted(totals.items()))


asyncio.run(main())
