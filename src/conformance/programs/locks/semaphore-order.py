# Semaphores: fairness, cancelled waiters, releases above the start, the bounded kind.
import asyncio


async def uses(semaphore, name, log, seconds=1):
    async with semaphore:
        log.append((asyncio.get_running_loop().time(), name))
        await asyncio.sleep(seconds)


async def main():
    semaphore = asyncio.Semaphore(2)
    log = []
    tasks = [asyncio.create_task(uses(semaphore, name, log)) for name in 'abcdef']
    await asyncio.sleep(0)
    print(semaphore, semaphore.locked())
    tasks[2].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(log, semaphore)
    semaphore.release()
    print(semaphore, await semaphore.acquire(), semaphore)
    for value in (-1, 'x', 0):
        try:
            print(asyncio.Semaphore(value))
        except (ValueError, TypeError) as error:
            print(error)
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error, bounded)
    zero = asyncio.Semaphore(0)
    waiting = [asyncio.create_task(zero.acquire(), name=str(n)) for n in range(3)]
    await asyncio.sleep(0)
    zero.release()
    zero.release()
    print(zero, [task.done() for task in waiting])
    await asyncio.sleep(0)
    print(zero, [task.done() for task in waiting])
    waiting[2].cancel()
    await asyncio.sleep(0)
    zero.release()
    print(zero, zero.locked())


asyncio.run(main())
