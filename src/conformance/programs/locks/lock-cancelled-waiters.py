# A lock whose waiters are cancelled before, at and after the release.
import asyncio


async def holds(lock, name, log, seconds=1):
    try:
        async with lock:
            log.append((name, asyncio.get_running_loop().time()))
            await asyncio.sleep(seconds)
    except asyncio.CancelledError as error:
        log.append((name, 'cancelled', lock.locked()))
        raise


async def main():
    loop = asyncio.get_running_loop()
    for victim, moment in (('b', 0.5), ('b', 1), ('a', 0.5), ('c', 1.5)):
        start = loop.time()
        lock = asyncio.Lock()
        log = []
        tasks = {name: asyncio.create_task(holds(lock, name, log)) for name in 'abc'}
        loop.call_at(start + moment, tasks[victim].cancel)
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        print(victim, moment, [(entry[0], entry[1] - start) if isinstance(entry[1], float) else entry for entry in log], lock)
    lock = asyncio.Lock()
    await lock.acquire()
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(lock, lock._waiters)
    lock.release()
    waiter.cancel()
    print(lock.locked())
    await asyncio.sleep(0)
    print(lock.locked(), waiter.cancelled(), lock)
    try:
        lock.release()
        lock.release()
    except RuntimeError as error:
        print(error)


asyncio.run(main())
