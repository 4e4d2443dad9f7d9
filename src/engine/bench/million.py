"""A million events of every kind, for the size of a trace and the time of a seek: workers, a queue, locks, timeouts, lines."""
import asyncio


def compute(n):
    total = 0
    for i in range(n):
        total += i
    return total


async def worker(queue, lock, totals):
    while True:
        n = await queue.get()
        async with lock:
            totals.append(compute(n % 8))
        try:
            async with asyncio.timeout(0.5):
                await asyncio.sleep((n % 12) / 10)
        except TimeoutError:
            totals.append(-1)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=50)
    lock = asyncio.Lock()
    totals = []
    workers = [asyncio.create_task(worker(queue, lock, totals)) for _ in range(40)]
    for n in range(22_000):
        await queue.put(n)
    await queue.join()
    for task in workers:
        task.cancel()
    print(len(totals))


asyncio.run(main())
