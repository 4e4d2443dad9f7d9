import asyncio

async def w(name, t, fail=None):
    try:
        await asyncio.sleep(t)
        if fail: raise fail
        return name
    except asyncio.CancelledError as e:
        print(name, 'cancelled', e.args, asyncio.get_running_loop().time()); raise

async def attempt(label, aw):
    try: print(label, await aw)
    except BaseException as e: print(label, repr(e), repr(e.__context__))

async def main():
    loop = asyncio.get_running_loop()
    g = asyncio.gather(); print(g, type(g).__name__, await g)
    c = w('dup', 1); g = asyncio.gather(c, c, c); print(await g)
    f = loop.create_future(); g = asyncio.gather(f, f); f.set_result(3); print(g.done()); await attempt('fut', g)
    f = loop.create_future(); f.set_result(1); g = asyncio.gather(f); print('all done at once', g.done(), g.result())
    await attempt('fail', asyncio.gather(w('a', 3), w('b', 1, ValueError('b')), w('c', 2, KeyError('c'))))
    print(loop.time()); await asyncio.sleep(3)
    await attempt('exc', asyncio.gather(w('a', 1), w('b', 2, ValueError('b')), return_exceptions=True))
    t = asyncio.create_task(w('x', 5)); g = asyncio.gather(t, w('y', 1)); loop.call_later(0.5, t.cancel, 'child')
    await attempt('child cancelled', g); print(g.cancelled(), g)
    t = asyncio.create_task(w('x', 5)); g = asyncio.gather(t, w('y', 1), return_exceptions=True); loop.call_later(0.5, t.cancel, 'child')
    await attempt('child cancelled, returned', g)
    g = asyncio.gather(w('p', 5), w('q', 6)); loop.call_later(1, lambda: print('cancel ->', g.cancel('outer'), g))
    await attempt('outer cancelled', g); print(g.cancelled(), g.done(), g.cancel())
    g = asyncio.gather(w('p', 5), w('q', 6), return_exceptions=True); loop.call_later(1, g.cancel, 'outer2')
    await attempt('outer cancelled, returned', g)
    try: print('exception()', repr(g.exception()))
    except BaseException as e: print('raised', repr(e))
    async def refuses():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: await asyncio.sleep(1); return 'refused'
    g = asyncio.gather(refuses(), w('r', 9)); loop.call_later(1, g.cancel)
    await attempt('one refuses', g); print(loop.time())
    g = asyncio.gather(refuses()); loop.call_later(1, g.cancel); await attempt('all refuse', g)
    inner = asyncio.gather(w('i', 5), w('j', 5)); outer = asyncio.gather(inner, w('k', 5))
    await asyncio.sleep(0); print(outer.cancel('deep')); await attempt('nested', outer)
    g = asyncio.gather(w('late', 1, OSError('late'))); await asyncio.sleep(2); await attempt('already failed', g)
    async def body(): return await asyncio.gather(w('m', 9), w('n', 9))
    t = asyncio.create_task(body()); await asyncio.sleep(1); t.cancel('task'); await attempt('task', t); print(t.cancelling(), t.cancelled())
    for bad in (5, None, 'x'):
        try: asyncio.gather(bad)
        except TypeError as e: print(e)
    class Stop(BaseException): pass
    await attempt('base', asyncio.gather(w('z', 1, Stop('s')), return_exceptions=True))
    g = asyncio.gather(asyncio.sleep(1)); await attempt('twice', g); await attempt('twice', g)

asyncio.run(main())
