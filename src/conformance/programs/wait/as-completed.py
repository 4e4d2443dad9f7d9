import asyncio

async def w(name, d, fail=False):
    await asyncio.sleep(d)
    if fail: raise ValueError(name)
    return name

async def main():
    loop = asyncio.get_running_loop()
    for c in asyncio.as_completed([w('a', 3), w('b', 1), w('c', 2)]):
        print(await c, loop.time())
    ts = [asyncio.create_task(w(n, d), name=n) for n, d in (('x', 2), ('y', 1))]
    async for t in asyncio.as_completed(ts):
        print(t in ts, t.get_name(), t.result(), loop.time())
    for c in asyncio.as_completed([w('a', 1), w('b', 2, True), w('c', 3)]):
        try:
            print(await c)
        except ValueError as e:
            print('failed', e)
    t0 = loop.time()
    slow = [asyncio.create_task(w('fast', 1)), asyncio.create_task(w('slow', 10))]
    for c in asyncio.as_completed(slow, timeout=3):
        try:
            print(await c)
        except TimeoutError:
            print('timeout', loop.time() - t0)
    print([t.done() for t in slow])
    try:
        async for t in asyncio.as_completed(slow[1:], timeout=1):
            print('no')
    except TimeoutError:
        print('timeout in async for')
    slow[1].cancel()
    for c in asyncio.as_completed(slow):
        try:
            print(await c)
        except asyncio.CancelledError:
            print('cancelled')
    for bad in (5, slow[0]):
        try:
            for c in asyncio.as_completed(bad): pass
        except TypeError as e:
            print(str(e).split(',')[0])
    print(list(asyncio.as_completed([])))
    it = iter(asyncio.as_completed([w('first', 1), w('second', 2)]))
    first = await next(it)
    print('only the first', first)
    print(await next(it), next(it, 'exhausted'))
    f = asyncio.gather(*[w(i, 1) for i in range(2)])
    async for x in asyncio.as_completed([f, asyncio.create_task(w('t', 0.5))]):
        print(x is f, x.result())

asyncio.run(main())
