import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    lock = asyncio.Lock(); print(lock)
    async def user(n, hold):
        async with lock:
            log.append(f'{n}@{loop.time()}'); await asyncio.sleep(hold)
    ts = [asyncio.create_task(user(i, 1)) for i in range(3)]
    await asyncio.sleep(0.5); print(lock, lock.locked()); await asyncio.gather(*ts); print(log); log.clear()
    # barging: released but a waiter exists
    await lock.acquire()
    t = asyncio.create_task(user('queued', 1)); await asyncio.sleep(0)
    lock.release(); print(lock.locked(), lock)
    await user('barger', 1); await t; print(log); log.clear()
    # woken and cancelled: the next one is woken
    await lock.acquire()
    a, b, c = [asyncio.create_task(user(x, 1)) for x in 'abc']; await asyncio.sleep(0)
    lock.release(); a.cancel('woken'); await asyncio.gather(a, b, c, return_exceptions=True); print(log, a.cancelled()); log.clear()
    # cancelled while waiting, not woken
    await lock.acquire()
    a, b = [asyncio.create_task(user(x, 1)) for x in 'ab']; await asyncio.sleep(0); a.cancel(); await asyncio.sleep(0)
    print(lock, len(lock._waiters)); lock.release(); await b; print(log); log.clear()
    # all waiters cancelled in the queue, acquire at once takes it
    await lock.acquire()
    a = asyncio.create_task(user('a', 1)); await asyncio.sleep(0); lock.release(); a.cancel()
    print(lock, lock.locked()); ok = await lock.acquire(); print(ok, lock.locked(), loop.time()); await asyncio.sleep(0); print(lock, a.cancelled()); lock.release()
    for f in (lock.release,):
        try: f()
        except RuntimeError as e: print(e)
    try:
        with lock: pass
    except TypeError as e: print(e)
    try: await lock
    except TypeError as e: print(e)
    # not re-entrant
    async with lock:
        try: await asyncio.wait_for(lock.acquire(), 1)
        except TimeoutError: print('not re-entrant', lock)
    print(lock, await lock.acquire()); lock.release()
    # bound to another loop only when it blocks
    return lock

lock = asyncio.run(main())
async def again():
    async with lock: print('uncontended in another loop', lock)
asyncio.run(again())
async def blocked():
    async with lock:
        try: await lock.acquire()
        except RuntimeError as e: print(str(e).split(' at 0x')[0], str(e)[-40:])
asyncio.run(blocked())
