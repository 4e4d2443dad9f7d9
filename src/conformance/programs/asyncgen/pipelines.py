"""Asynchronous generators in a row: laziness, early exits, aclose and athrow in the middle, exceptions through the stages."""
import asyncio, contextlib
log = []
async def source(n):
    try:
        for i in range(n): await asyncio.sleep(0.1); log.append(('made', i)); yield i
    except GeneratorExit: log.append('source exit'); raise
    except ValueError as e: log.append(('source got', str(e))); yield 'recovered'
    finally: log.append('source finally')
async def double(it):
    try:
        async for x in it: yield x * 2
    finally: log.append('double finally')
async def main():
    print([x async for x in double(source(3))], log); log.clear()
    async for x in double(source(9)):
        if x == 4: break
    await asyncio.sleep(0.5); print(log); log.clear()
    async with contextlib.aclosing(double(source(9))) as d:
        async for x in d:
            if x == 2: break
    print(log); log.clear(); await asyncio.sleep(0)
    s = source(5); print(await anext(s)); print(await s.athrow(ValueError('thrown'))); print([x async for x in s], log); log.clear()
    s = source(5); await anext(s); await s.aclose(); print(log, await anext(s, 'ended')); await s.aclose(); log.clear()
    async def counter():
        total = 0
        while True: total += (yield total) or 0
    c = counter(); print(await c.asend(None), await c.asend(5), await anext(c), await c.asend(2))
    try: await c.athrow(KeyError('k'))
    except KeyError as e: print(repr(e))
    try: await anext(c)
    except StopAsyncIteration: print('over')
    print({x: y async for x, y in ((i, i * i) async for i in source(3)) if x}, [await z async for z in (asyncio.sleep(0, i) async for i in source(2))])
    async def bad(): yield 1; raise StopAsyncIteration
    try: [x async for x in bad()]
    except RuntimeError as e: print(e, repr(e.__cause__))
    s = source(1); a = anext(s); t = asyncio.create_task(anext(s, None).__await__() if False else wrap(a)); await asyncio.sleep(0)
    try: await anext(s)
    except RuntimeError as e: print(e)
    print(await t)
    try: aiter(5)
    except TypeError as e: print(e)
    try: 
        async for x in [1]: pass
    except TypeError as e: print(e)
async def wrap(a): return await a
asyncio.run(main())
