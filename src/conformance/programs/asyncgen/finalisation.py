import asyncio, gc

async def agen(name, n=3):
    try:
        for i in range(n): yield i
    finally:
        print(name, 'finally', asyncio.current_task().get_name() != 'Task-1')
        await asyncio.sleep(0); print(name, 'closed')

async def main():
    loop = asyncio.get_running_loop()
    async for x in agen('exhausted', 2): print(x)
    print('--')
    async for x in agen('broken'):
        if x == 1: break
    print('after break'); await asyncio.sleep(0); print('turn 1'); await asyncio.sleep(0); print('turn 2'); await asyncio.sleep(0); print('turn 3')
    g = agen('kept')
    async for x in g: break
    print(len(loop._asyncgens)); print(await anext(g)); await g.aclose(); print('aclosed')
    g = agen('dropped'); await anext(g); g = None; print('dropped it'); await asyncio.sleep(0.1)
    try:
        async for x in agen('raised'): raise ValueError('body')
    except ValueError as e: print(e)
    await asyncio.sleep(0.1)
    from contextlib import aclosing
    async with aclosing(agen('aclosing')) as g:
        async for x in g: break
    print('left aclosing')
    async def early():
        async for x in agen('returned'): return x
    print(await early()); print('after return'); await asyncio.sleep(0.1)
    g = agen('thrown'); await anext(g)
    try: await g.athrow(KeyError('k'))
    except KeyError as e: print(repr(e))
    g = agen('never started'); await g.aclose(); del g; print('quiet')
    g = agen('concurrent')
    async def one(): return await anext(g)
    async def slow():
        yield 1
        await asyncio.sleep(1); yield 2
    s = slow(); await anext(s); t = asyncio.create_task(anext2(s)); await asyncio.sleep(0)
    for f in (lambda: anext(s), lambda: s.aclose(), lambda: s.asend(None), lambda: s.athrow(ValueError)):
        try: await f()
        except RuntimeError as e: print(e)
    print(await t)
    t = asyncio.create_task(anext2(agen2())); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('cancelled inside')
    c = s.asend(None)
    try: await c
    except StopAsyncIteration: print('end')
    try: await c
    except RuntimeError as e: print(e)

async def agen2():
    try: await asyncio.sleep(5); yield 1
    except asyncio.CancelledError: print('agen sees it'); raise
async def anext2(s): return await anext(s)
asyncio.run(main())
