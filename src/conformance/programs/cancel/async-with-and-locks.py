import asyncio

async def main():
    loop = asyncio.get_running_loop()
    lock, sem, cond = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Condition()
    async def hold(cm, name):
        async with cm:
            print(name, 'holds')
            try:
                await asyncio.sleep(10)
            finally:
                print(name, 'lets go')
    for cm in (lock, sem, cond):
        kind = type(cm).__name__
        a, b, c = (asyncio.create_task(hold(cm, f'{kind} {n}')) for n in 'abc')
        await asyncio.sleep(1)
        b.cancel()
        await asyncio.sleep(0)
        print(b.done(), cm.locked())
        a.cancel()
        await asyncio.sleep(1)
        c.cancel()
        await asyncio.gather(a, b, c, return_exceptions=True)
        print(kind, 'free', not cm.locked(), loop.time())
    q = asyncio.Queue(1)
    async def put(x):
        await q.put(x)
        return f'put {x}'
    ts = [asyncio.create_task(put(i)) for i in range(4)]
    await asyncio.sleep(0)
    ts[1].cancel()
    ts[2].cancel()
    print(await q.get(), await q.get(), q.empty())
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)])
    gs = [asyncio.create_task(q.get()) for _ in range(3)]
    await asyncio.sleep(0)
    gs[0].cancel()
    q.put_nowait('x')
    await asyncio.sleep(0)
    print([g.done() for g in gs])
    q.put_nowait('y')
    print([repr(r) for r in await asyncio.gather(*gs, return_exceptions=True)])

asyncio.run(main())
