import asyncio

async def w(n, d=0.1):
    await asyncio.sleep(d)
    return n

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(w('t'))
    print(await asyncio.gather(t, t, w('x'), t))
    g = asyncio.gather(w(1), w(2))
    print(await asyncio.gather(g, g, w(3)))
    done = loop.create_future(); done.set_result('d')
    g = asyncio.gather(done, done)
    print(g.done())
    print(await g)
    failed = loop.create_future(); failed.set_exception(ValueError('already failed'))
    try:
        await asyncio.gather(failed, w('beside'))
    except ValueError as e:
        print(e)
    cancelled = loop.create_future(); cancelled.cancel('early')
    try:
        await asyncio.gather(cancelled, w('beside'))
    except asyncio.CancelledError as e:
        print(repr(e))
    print(await asyncio.gather(cancelled, failed, done, return_exceptions=True))
    names = []
    async def named():
        names.append(asyncio.current_task().get_name())
    await asyncio.gather(named(), asyncio.create_task(named(), name='mine'), named())
    print(names)
    async def recursive(n):
        if n == 0: return 1
        return sum(await asyncio.gather(recursive(n - 1), recursive(n - 1)))
    print(await recursive(5), round(loop.time(), 2))
    order = []
    async def o(i):
        order.append(f's{i}')
        for _ in range(i): await asyncio.sleep(0)
        order.append(f'e{i}')
    await asyncio.gather(*map(o, (2, 0, 1)))
    print(order)
    async with asyncio.timeout(10):
        print(await asyncio.gather(*(asyncio.wait_for(w(i, i), 1.5) for i in range(4)), return_exceptions=True))

asyncio.run(main())
