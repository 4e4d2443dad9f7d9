import asyncio

async def main():
    loop = asyncio.get_running_loop()
    cond = asyncio.Condition(); print(cond, cond._lock is not None)
    log = []
    async def waiter(n):
        async with cond:
            try: r = await cond.wait(); log.append((n, r, cond.locked()))
            except asyncio.CancelledError as e: log.append((n, 'cancelled', e.args, cond.locked())); raise
    for f in (cond.notify, cond.notify_all):
        try: f()
        except RuntimeError as e: print(e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    ts = [asyncio.create_task(waiter(i)) for i in range(5)]; await asyncio.sleep(0); print(cond)
    async with cond: cond.notify(2); print(log, cond)
    await asyncio.sleep(0.1); print(log); log.clear()
    async with cond: cond.notify(0); cond.notify(); cond.notify(99)
    await asyncio.gather(*ts); print(log); log.clear()
    # a notified waiter that is cancelled passes the notification on
    a, b = [asyncio.create_task(waiter(x)) for x in 'ab']; await asyncio.sleep(0)
    async with cond: cond.notify(1); a.cancel('late')
    await asyncio.wait([a, b], timeout=5); print(log, a.cancelled(), b.done(), loop.time()); log.clear()
    # cancelled while re-acquiring the lock
    a = asyncio.create_task(waiter('a')); await asyncio.sleep(0)
    await cond.acquire(); cond.notify(); await asyncio.sleep(0); a.cancel('one'); await asyncio.sleep(1); a.cancel('two'); await asyncio.sleep(1)
    print(a.done(), log); cond.release(); await asyncio.wait([a]); print(log, a.cancelling(), loop.time()); log.clear()
    # wait_for
    value = 0
    async def until(n):
        async with cond: return await cond.wait_for(lambda: value >= n and f'got {value}')
    ts = [asyncio.create_task(until(n)) for n in (1, 3, 0)]
    for value in range(5):
        async with cond: cond.notify_all()
        await asyncio.sleep(0.1)
    print(await asyncio.gather(*ts))
    def bad(): raise ZeroDivisionError('predicate')
    async with cond:
        try: await cond.wait_for(bad)
        except ZeroDivisionError as e: print(e, cond.locked())
        try: await asyncio.wait_for(cond.wait(), 1)
        except TimeoutError: print('timed out', cond.locked(), cond)
    # a lock of one's own
    lock = asyncio.Lock(); c1, c2 = asyncio.Condition(lock), asyncio.Condition(lock=lock)
    async with c1:
        print(c2.locked(), lock.locked(), c1)
        try: c2.notify()
        except RuntimeError as e: print(e)
    for bad in (5, asyncio.Semaphore()):
        try: asyncio.Condition(bad); print('accepted')
        except Exception as e: print(type(e).__name__, e)
    t = asyncio.create_task(waiter('x')); await asyncio.sleep(0); t.cancel('plain'); await asyncio.sleep(0); await asyncio.sleep(0); print(log, cond)

asyncio.run(main())
