import asyncio

async def slow():
    for i in range(3):
        await asyncio.sleep(1)
        yield i

async def main():
    g = slow()
    t = asyncio.create_task(anext(g, None)) if False else asyncio.ensure_future(g.__anext__())
    await asyncio.sleep(0)
    try:
        await g.__anext__()
    except RuntimeError as e:
        print(e)
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)
    print(await t)
    a = g.__anext__()
    print(await a)
    try:
        await a
    except RuntimeError as e:
        print(e)
    t = asyncio.ensure_future(g.__anext__())
    await asyncio.sleep(0.5)
    t.cancel('stop it')
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', e.args)
    print(await anext(g, 'exhausted'), asyncio.get_running_loop().time())
    async def pipeline():
        async def src():
            for i in range(4):
                yield i
        async def double(s):
            async for x in s:
                yield x * 2
        async def only(s, p):
            async for x in s:
                if p(x): yield x
        return [x async for x in only(double(src()), lambda x: x > 2)]
    print(await pipeline())
    async def sender():
        total = 0
        while True:
            x = yield total
            if x is None: return
            total += x
    s = sender()
    await s.asend(None)
    print([await s.asend(i) for i in (1, 2, 3)])
    try:
        await s.asend(None)
    except StopAsyncIteration:
        print('finished')

asyncio.run(main())
