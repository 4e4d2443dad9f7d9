import asyncio

async def main():
    loop = asyncio.get_running_loop()
    c = asyncio.Condition()
    print(repr(c).split(' at ')[0], repr(c).split('[')[1], c.locked())
    for f in (c.notify, c.notify_all, c.release):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        await c.wait()
    except RuntimeError as e:
        print(e)
    async def waiter(n):
        async with c:
            print(n, 'waits')
            r = await c.wait()
            print(n, 'woke', r, c.locked(), loop.time())
            await asyncio.sleep(0.5)
    ts = [asyncio.create_task(waiter(i)) for i in range(5)]
    await asyncio.sleep(1)
    async with c:
        print(repr(c).split('[')[1])
        c.notify()
        print('notified one, lock still held')
        await asyncio.sleep(1)
    await asyncio.sleep(1)
    async with c:
        c.notify(2)
    await asyncio.sleep(2)
    ts[3].cancel()
    async with c:
        c.notify_all()
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)])
    items = []
    async def consumer(n):
        async with c:
            v = await c.wait_for(lambda: items and items[-1])
            print(n, 'predicate gave', v, items.pop())
    cs = [asyncio.create_task(consumer(i)) for i in range(2)]
    for x in ('a', 'b'):
        await asyncio.sleep(1)
        async with c:
            items.append(x)
            c.notify_all()
    await asyncio.gather(*cs)
    lock = asyncio.Lock()
    c2 = asyncio.Condition(lock)
    async with lock:
        print(c2.locked())
        try:
            await asyncio.wait_for(c2.wait(), 1)
        except TimeoutError:
            print('timeout, lock held again', lock.locked())
    async def cancel_while_reacquiring():
        async with c2:
            try:
                await c2.wait()
            except asyncio.CancelledError:
                print('cancelled holding the lock', c2.locked())
                raise
    t = asyncio.create_task(cancel_while_reacquiring())
    await asyncio.sleep(0)
    async with c2:
        c2.notify()
        t.cancel()
        await asyncio.sleep(1)
        print('task done while we hold it?', t.done())
    print(await asyncio.gather(t, return_exceptions=True), loop.time())

asyncio.run(main())
