import asyncio

async def main():
    loop = asyncio.get_running_loop()
    e = asyncio.Event()
    print(e.is_set(), repr(e).split(' at ')[0], repr(e).split('[')[1])
    async def waiter(n):
        print(n, 'waits')
        print(n, await e.wait(), e.is_set(), loop.time())
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(1)
    print(repr(e).split('[')[1])
    e.set()
    print('set', e.is_set())
    e.clear()
    print('cleared at once; waiters still wake')
    await asyncio.gather(*ts)
    t = asyncio.create_task(waiter('again'))
    await asyncio.sleep(1)
    print(t.done())
    e.set(); e.set()
    await t
    print('set event does not suspend', await e.wait())
    e.clear(); e.clear()
    try:
        await asyncio.wait_for(e.wait(), 1)
    except TimeoutError:
        print('timeout', repr(e).split('[')[1])
    a, b = asyncio.create_task(waiter('a')), asyncio.create_task(waiter('b'))
    await asyncio.sleep(0)
    a.cancel()
    e.set()
    print(await asyncio.gather(a, b, return_exceptions=True))
    e.clear()
    loop.call_later(2, e.set)
    t0 = loop.time()
    async def pulse():
        while not e.is_set():
            await asyncio.sleep(0.75)
            print('pulse', loop.time() - t0)
    await asyncio.gather(pulse(), waiter('timed'))
    order = []
    e.clear()
    async def first():
        await e.wait(); order.append('first'); e.clear()
    async def second():
        await e.wait(); order.append('second')
    x, y = asyncio.create_task(first()), asyncio.create_task(second())
    await asyncio.sleep(0)
    e.set()
    await asyncio.gather(x, y)
    print(order, e.is_set())

asyncio.run(main())
