import asyncio

async def main():
    loop = asyncio.get_running_loop()
    b = asyncio.Barrier(3); print(b, b.parties, b.n_waiting, b.broken)
    log = []
    async def party(n, delay):
        await asyncio.sleep(delay)
        try: i = await b.wait(); log.append((n, i, loop.time()))
        except BaseException as e: log.append((n, repr(e), loop.time()))
    ts = [asyncio.create_task(party(n, d)) for n, d in (('a', 1), ('b', 2), ('c', 3))]
    await asyncio.sleep(2.5); print(b, b.n_waiting); await asyncio.gather(*ts); print(log, b); log.clear()
    # more parties than places: two rounds
    await asyncio.gather(*(party(n, 0) for n in 'abcdef')); print(log); log.clear()
    # one is cancelled: the others go on waiting, the barrier stays whole
    ts = [asyncio.create_task(party(n, 0)) for n in 'ab']; await asyncio.sleep(0.1); ts[0].cancel('x'); await asyncio.sleep(0.1)
    print(log, b, b.n_waiting); await asyncio.gather(party('c', 0), party('d', 0), ts[1]); print(log); log.clear()
    # reset
    ts = [asyncio.create_task(party(n, 0)) for n in 'ab']; await asyncio.sleep(0.1); await b.reset(); print(b); await asyncio.gather(*ts); print(log, b); log.clear()
    await b.reset(); print(b)
    # abort
    ts = [asyncio.create_task(party(n, 0)) for n in 'ab']; await asyncio.sleep(0.1); await b.abort(); print(b, b.broken); await asyncio.gather(*ts); print(log); log.clear()
    await party('late', 0); print(log, b); log.clear(); await b.reset(); print(b, b.broken)
    async def ctx(n):
        async with b as pos: log.append((n, pos))
    await asyncio.gather(*(ctx(n) for n in 'xyz')); print(log); log.clear()
    for p in (0, -1):
        try: asyncio.Barrier(p)
        except ValueError as e: print(e)
    one = asyncio.Barrier(1); print(await one.wait(), await one.wait(), one)
    print(issubclass(asyncio.BrokenBarrierError, RuntimeError), asyncio.BrokenBarrierError.__mro__[1].__name__)
    try: await asyncio.wait_for(asyncio.Barrier(2).wait(), 1)
    except TimeoutError: print('alone', loop.time())
    # reset while draining
    b = asyncio.Barrier(2); ts = [asyncio.create_task(party(n, 0)) for n in 'ab']
    await asyncio.sleep(0); await asyncio.sleep(0); print(b); await b.reset(); await asyncio.gather(*ts); print(log, b)

asyncio.run(main())
