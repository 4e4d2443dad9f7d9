import asyncio

async def worker(i):
    try:
        await asyncio.sleep(10 + i)
    except asyncio.CancelledError:
        print('worker', i, 'stops')
        if i == 1: raise ValueError(f'error in {i}')
        if i == 2: return 'graceful'
        raise

async def main():
    ts = [asyncio.create_task(worker(i), name=f'w{i}') for i in range(4)]
    await asyncio.sleep(1)
    for t in ts: t.cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    print([t.cancelled() for t in ts], asyncio.get_running_loop().time())
    async def outer():
        try:
            await asyncio.gather(*[worker(i) for i in (5, 6)])
        except asyncio.CancelledError:
            print('outer cancelled with its children')
            raise
    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.wait([o])
    t = asyncio.create_task(worker(7))
    await asyncio.sleep(0)
    t.cancel()
    while not t.done():
        print('not yet')
        await asyncio.sleep(0)
    print(t.cancelled())
    async def canceller(t):
        await asyncio.sleep(1)
        print('cancel()', t.cancel())
    me = asyncio.current_task()
    c = asyncio.create_task(canceller(me))
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('main was cancelled by a child', me.cancelling())
        me.uncancel()
    await c
    e = asyncio.Event()
    async def ev(): await e.wait()
    t = asyncio.create_task(ev())
    await asyncio.sleep(0)
    e.set()
    t.cancel()
    await asyncio.wait([t])
    print('cancel beats a set event', t.cancelled())

asyncio.run(main())
