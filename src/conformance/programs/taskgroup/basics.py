import asyncio

async def w(n, d):
    await asyncio.sleep(d)
    print('end', n, asyncio.get_running_loop().time())
    return n

async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(w('a', 2))
        b = tg.create_task(w('b', 1), name='bee')
        print(tg, b.get_name(), a.done())
        print('body ends')
    print(a.result(), b.result(), tg, loop.time())
    async with asyncio.TaskGroup():
        print('empty')
    async def spawner(tg, depth):
        await asyncio.sleep(1)
        print('spawner', depth, loop.time())
        if depth: tg.create_task(spawner(tg, depth - 1))
    async with asyncio.TaskGroup() as tg:
        tg.create_task(spawner(tg, 3))
    print('all generations', loop.time())
    async with asyncio.TaskGroup() as outer:
        outer.create_task(w('outer child', 3))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(w('inner child', 1))
        print('inner group finished', loop.time())
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(w(i, 1)) for i in range(3)]
    print([t.result() for t in ts])
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(w('cancelled child', 5))
        await asyncio.sleep(1)
        t.cancel()
    print('a cancelled child is no error', t.cancelled(), loop.time())
    for f in (lambda: asyncio.TaskGroup().create_task(w('x', 1)), lambda: tg.create_task(w('x', 1))):
        try:
            f()
        except RuntimeError as e:
            print(e)
    try:
        async with tg: pass
    except RuntimeError as e:
        print(e)
    async with asyncio.TaskGroup() as tg:
        try:
            tg.create_task(5)
        except TypeError as e:
            print(e)
    results = {}
    async def store(k):
        await asyncio.sleep(0)
        results[k] = k * 2
    async with asyncio.TaskGroup() as tg:
        for k in range(4): tg.create_task(store(k))
    print(results)

asyncio.run(main())
