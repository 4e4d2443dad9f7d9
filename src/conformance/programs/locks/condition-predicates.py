# Conditions: wait_for, notify counts, cancelled waits that pass their notification on.
import asyncio


async def waits(condition, name, log):
    async with condition:
        try:
            log.append((name, await condition.wait()))
        except asyncio.CancelledError:
            log.append((name, 'cancelled', condition.locked()))
            raise


async def main():
    condition = asyncio.Condition()
    log = []
    tasks = [asyncio.create_task(waits(condition, name, log)) for name in 'abcd']
    await asyncio.sleep(0)
    print(condition)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.1)
    print(log)
    async with condition:
        condition.notify()
    tasks[2].cancel()
    await asyncio.sleep(0.1)
    print(log)
    await asyncio.gather(*tasks, return_exceptions=True)
    stock = []

    async def takes(n):
        async with condition:
            got = await condition.wait_for(lambda: len(stock) >= n and ('enough', n))
            return got, len(stock)

    takers = [asyncio.create_task(takes(n)) for n in (3, 1, 2)]
    for n in range(3):
        await asyncio.sleep(1)
        async with condition:
            stock.append(n)
            condition.notify_all()
    print(await asyncio.gather(*takers))
    for action in (condition.notify, condition.notify_all, condition.release):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with lock:
        print(shared.locked(), shared)


asyncio.run(main())
