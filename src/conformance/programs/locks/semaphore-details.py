import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    sem = asyncio.Semaphore(2); print(sem, sem.locked())
    async def user(n, hold=1):
        async with sem: log.append(f'{n}@{loop.time()}'); await asyncio.sleep(hold)
    ts = [asyncio.create_task(user(i)) for i in range(5)]; await asyncio.sleep(0.5); print(sem, sem.locked()); await asyncio.gather(*ts); print(log); log.clear()
    sem = asyncio.Semaphore(0)
    a, b = [asyncio.create_task(user(x)) for x in 'ab']; await asyncio.sleep(0)
    sem.release(); print(sem, sem._value, sem.locked()); a.cancel(); await asyncio.sleep(0); print(sem, log)
    await asyncio.sleep(0); print(sem, log); await b; print(sem._value); log.clear()
    # release before anybody waits, more than it began with
    sem = asyncio.Semaphore(1); sem.release(); print(sem)
    bs = asyncio.BoundedSemaphore(1); print(bs)
    try: bs.release()
    except ValueError as e: print(e)
    async with bs: print(bs, bs.locked())
    bs.release() if False else None
    for v in (-1, -5):
        for cls in (asyncio.Semaphore, asyncio.BoundedSemaphore):
            try: cls(v)
            except ValueError as e: print(e)
    # nobody overtakes: a later acquire queues behind a waiter that was woken
    sem = asyncio.Semaphore(1); await sem.acquire()
    t = asyncio.create_task(user('first')); await asyncio.sleep(0); sem.release()
    print(sem.locked(), sem._value); u = asyncio.create_task(user('second')); await user('third'); await asyncio.gather(t, u); print(log); log.clear()
    # many releases at once
    sem = asyncio.Semaphore(0); ts = [asyncio.create_task(user(i, 0)) for i in range(4)]; await asyncio.sleep(0)
    sem.release(); sem.release(); sem.release(); print(sem); await asyncio.sleep(0); print(log, sem)
    sem.release(); await asyncio.gather(*ts); print(log, sem._value); log.clear()
    # cancel all that wait
    sem = asyncio.Semaphore(0); ts = [asyncio.create_task(user(i)) for i in range(3)]; await asyncio.sleep(0)
    for t in ts: t.cancel()
    sem.release(); await asyncio.sleep(0); print(sem, [t.cancelled() for t in ts], sem.locked()); await sem.acquire(); print(sem)
    # cancelled right after being woken, with a second permit around
    sem = asyncio.Semaphore(0); a, b, c = [asyncio.create_task(user(x, 0)) for x in 'abc']; await asyncio.sleep(0)
    sem.release(); sem.release(); a.cancel(); b.cancel(); await asyncio.wait([a, b, c]); print(log, sem, c.cancelled())
    try:
        with sem: pass
    except TypeError as e: print(str(e)[:90])
    try: await asyncio.wait_for(asyncio.Semaphore(0).acquire(), 1)
    except TimeoutError: print('timeout', loop.time())
    print(await asyncio.Semaphore().acquire(), asyncio.Semaphore(3))

asyncio.run(main())
