import asyncio

async def agen(n):
    print('begin')
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            got = yield i
            if got: print('got', got)
    except ValueError as e:
        print('caught', e)
        yield 'recovered'
    finally:
        await asyncio.sleep(0.5)
        print('finally', round(asyncio.get_running_loop().time(), 3))

async def main():
    loop = asyncio.get_running_loop()
    async for x in agen(3):
        print(x, round(loop.time(), 3))
    else:
        print('else')
    g = agen(5)
    print(await anext(g), await g.asend('hello'), await g.__anext__())
    print(await g.athrow(ValueError('v')))
    try:
        await anext(g)
    except StopAsyncIteration as e:
        print('stop', repr(e))
    print(await anext(g, 'default'))
    h = agen(2)
    await anext(h)
    await h.aclose()
    await h.aclose()
    u = agen(2)
    await u.aclose()
    try:
        await agen(1).asend(1)
    except TypeError as e:
        print(e)
    async def stop():
        yield 1
        raise StopAsyncIteration
    s = stop()
    print(await anext(s))
    try:
        await anext(s)
    except RuntimeError as e:
        print(e)
    async def ignore():
        try:
            yield 1
        except GeneratorExit:
            yield 2
    i = ignore()
    await anext(i)
    try:
        await i.aclose()
    except RuntimeError as e:
        print(e)
    print(type(g).__name__, g.ag_running, g.ag_frame, g.__name__)
    async def thrower():
        yield 1
        raise KeyError('from gen')
    try:
        async for x in thrower(): print(x)
    except KeyError as e:
        print('key', e)
    for bad in (5, [1]):
        try:
            async for _ in bad: pass
        except TypeError as e:
            print(e)
    print([x async for x in agen(2)], [y async for y in agen(3) if y % 2])

asyncio.run(main())
