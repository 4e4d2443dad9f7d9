import asyncio

async def main():
    loop = asyncio.get_running_loop()
    b = asyncio.Barrier(3)
    print(repr(b).split(' at ')[0], repr(b).split('[')[1], b.parties, b.n_waiting, b.broken)
    async def p(n, d):
        await asyncio.sleep(d)
        print(n, 'arrives', loop.time())
        i = await b.wait()
        print(n, 'passes', i, loop.time())
        return i
    print(await asyncio.gather(p('a', 3), p('b', 1), p('c', 2)))
    async with asyncio.TaskGroup() as tg:
        for i in range(6): tg.create_task(p(i, 0))
    ts = [asyncio.create_task(p(x, 0)) for x in 'xy']
    await asyncio.sleep(1)
    print(repr(b).split('[')[1], b.n_waiting)
    await b.reset()
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)], b.broken)
    ts = [asyncio.create_task(p('q', 0))]
    await asyncio.sleep(1)
    await b.abort()
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)], b.broken)
    try:
        await b.wait()
    except asyncio.BrokenBarrierError as e:
        print(repr(e))
    await b.reset()
    print(b.broken)
    async def ctx(n):
        async with b as pos:
            print('in', n, pos)
    await asyncio.gather(*map(ctx, range(3)))
    t = asyncio.create_task(p('cancelled', 0))
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), b.n_waiting, b.broken)
    for n in (0, -1):
        try:
            asyncio.Barrier(n)
        except ValueError as e:
            print(e)
    one = asyncio.Barrier(1)
    print(await one.wait(), await one.wait())

asyncio.run(main())
