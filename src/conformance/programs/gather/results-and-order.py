import asyncio

async def w(name, d, fail=False):
    print('start', name)
    await asyncio.sleep(d)
    print('end', name)
    if fail: raise ValueError(name)
    return name

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(w('a', 0.3), w('b', 0.1), w('c', 0.2)), round(loop.time(), 3))
    print(await asyncio.gather(), await asyncio.gather(*[]), type(asyncio.gather()).__name__)
    f = loop.create_future(); f.set_result('fut')
    t = asyncio.create_task(w('t', 0))
    print(await asyncio.gather(f, t, w('x', 0.1)))
    c = w('same', 0.1)
    print(await asyncio.gather(c, c, w('other', 0.1)))
    print(await asyncio.gather(w('a', 0.1), w('b', 0.2, True), w('c', 0.1, True), return_exceptions=True))
    g = asyncio.gather(w('1', 0.1), w('2', 0.2))
    print(type(g).__name__, g.done(), str(g)[:24])
    print(await g, g.done(), g.result())
    nested = await asyncio.gather(asyncio.gather(w('n1', 0.1), w('n2', 0.2)), w('n3', 0.1), asyncio.gather())
    print(nested)
    async def quick(x): return x
    print(await asyncio.gather(*(quick(i) for i in range(5))), await asyncio.gather(quick(None)))
    a, (b, cc) = await asyncio.gather(quick(1), quick((2, 3)))
    print(a, b, cc)
    for bad in (5, None, 'x', [quick]):
        try:
            await asyncio.gather(bad)
        except TypeError as e:
            print(e)
    d = dict(zip('ab', await asyncio.gather(quick(1), quick(2))))
    print(d)

asyncio.run(main())
