"""A condition with many waiters: notify in order, a cancelled one passes its notification on, wait_for looks again."""
import asyncio
async def main():
    c = asyncio.Condition(); log = []; items = []
    async def waiter(n):
        async with c:
            try: await c.wait()
            except asyncio.CancelledError: log.append(('cancelled', n, c.locked())); raise
            log.append(('woke', n, c.locked()))
    ts = [asyncio.create_task(waiter(n)) for n in range(5)]
    await asyncio.sleep(0)
    print(c)
    async with c: c.notify(2)
    await asyncio.sleep(0); ts[1].cancel(); await asyncio.sleep(0); await asyncio.sleep(0)
    print(log, str(c)[-12:])
    async with c: c.notify_all()
    await asyncio.gather(*ts, return_exceptions=True)
    print(log)
    async def consumer(n):
        async with c:
            r = await c.wait_for(lambda: len(items) >= n); log.append((n, r, list(items)))
    del log[:]
    ts = [asyncio.create_task(consumer(n)) for n in (2, 1, 3)]
    await asyncio.sleep(0)
    for i in range(3):
        async with c: items.append(i); c.notify_all()
        await asyncio.sleep(0.01)
    await asyncio.gather(*ts); print(log)
    for f in (c.notify, c.notify_all):
        try: f()
        except RuntimeError as e: print(e)
    try: await c.wait()
    except RuntimeError as e: print(e)
    lock = asyncio.Lock(); d = asyncio.Condition(lock)
    async with lock: print(d.locked()); d.notify()
asyncio.run(main())
