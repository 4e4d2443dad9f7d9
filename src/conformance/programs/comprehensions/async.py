import asyncio

async def agen(n, d=0.1):
    for i in range(n):
        await asyncio.sleep(d)
        yield i

async def double(x):
    await asyncio.sleep(1)
    return x * 2

async def pred(x):
    await asyncio.sleep(0)
    return x % 2 == 0

async def main():
    loop = asyncio.get_running_loop()
    print([x async for x in agen(3)])
    print({x async for x in agen(3) if x}, {x: x * x async for x in agen(3)})
    print([await double(x) for x in range(3)], round(loop.time(), 3))
    print([x for x in range(6) if await pred(x)])
    print([x + y async for x in agen(2) for y in range(2)], [x + y for x in range(2) async for y in agen(2)])
    print([[y async for y in agen(x, 0)] for x in range(3)])
    g = (x * 10 async for x in agen(3))
    print(type(g).__name__, await anext(g))
    print([x async for x in g])
    g2 = (await double(x) for x in range(2))
    print(type(g2).__name__, [x async for x in g2], round(loop.time(), 3))
    print(sum([x async for x in agen(4)]), max([await double(v) for v in (3, 1)]))
    try:
        sum(x async for x in agen(2))
    except TypeError as e:
        print(e)
    results = await asyncio.gather(*[double(i) for i in range(4)])
    print(results, round(loop.time(), 3))
    d = {k: await v for k, v in {'a': double(1), 'b': double(2)}.items()}
    print(d, round(loop.time(), 3))
    tasks = [asyncio.create_task(double(i), name=f'n{i}') for i in range(3)]
    print([t.get_name() for t in tasks], [await t for t in tasks])

asyncio.run(main())
