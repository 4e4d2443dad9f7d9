import asyncio

async def w(name, t, fail=None):
    await asyncio.sleep(t)
    if fail: raise fail
    return name

def T(name, t, fail=None): return asyncio.create_task(w(name, t, fail), name=name)

async def main():
    loop = asyncio.get_running_loop()
    ts = [T('c', 3), T('a', 1), T('b', 2, ValueError('b'))]
    it = asyncio.as_completed(ts); print(type(it).__name__, hasattr(it, '__aiter__'), hasattr(it, '__next__'), iter(it) is it)
    for c in it:
        print(type(c).__name__, c.__qualname__)
        try: print(await c, loop.time())
        except ValueError as e: print(repr(e), loop.time())
    ts = [T('c', 3), T('a', 1), T('b', 2, ValueError('b'))]
    async for t in asyncio.as_completed(ts):
        print(t in ts, t.get_name(), repr(t.exception()), loop.time())
    async for t in asyncio.as_completed([w('solo', 1)]): print(type(t).__name__, t.result())
    ts = [T('c', 3), T('a', 1)]
    try:
        for c in asyncio.as_completed(ts, timeout=2): print(await c)
    except TimeoutError as e: print(repr(e), e.args, loop.time(), ts[0].done(), ts[0].cancelled())
    try:
        async for t in asyncio.as_completed(ts + [T('d', 9), T('e', 9)], timeout=2): print(t.get_name())
    except asyncio.TimeoutError as e: print(repr(e), loop.time())
    ts = [T('x', 5), T('y', 5)]
    n = 0
    for c in asyncio.as_completed(ts, timeout=1):
        try: await c
        except TimeoutError: n += 1
    print('timeouts', n)
    print(list(asyncio.as_completed([])), [x async for x in asyncio.as_completed([])])
    # two consumers of one iterator
    order = []
    it = asyncio.as_completed([T('p', 1), T('q', 2), T('r', 3)])
    async def consume(i):
        for c in it: order.append((i, await c))
    await asyncio.gather(consume(1), consume(2)); print(order)
    # coroutines handed out before anything is done, awaited in reverse
    cs = list(asyncio.as_completed([T('p', 1), T('q', 2)]))
    print(await cs[1], await cs[0], loop.time())
    try: next(asyncio.as_completed([]))
    except StopIteration: print('stop')
    for bad in (T('z', 0), w('z', 0), 5, [5]):
        try: list(asyncio.as_completed(bad))
        except TypeError as e: print(str(e)[:60])
        finally:
            if hasattr(bad, 'close'): bad.close()
    t = T('dup', 1); print([await c for c in asyncio.as_completed([t, t])])
    try: it = asyncio.as_completed([T('k', 1)]); await anext(it); await anext(it)
    except StopAsyncIteration: print('async stop', loop.time())
    a = T('can', 5); loop.call_later(1, a.cancel, 'm')
    try: await next(asyncio.as_completed([a]))
    except asyncio.CancelledError as e: print('inner cancelled', repr(e), asyncio.current_task().cancelling())

asyncio.run(main())
