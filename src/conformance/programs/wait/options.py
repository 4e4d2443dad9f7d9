import asyncio

async def w(name, t, fail=None):
    await asyncio.sleep(t)
    if fail: raise fail
    return name

def names(s): return sorted(t.get_name() for t in s)
def T(name, t, fail=None): return asyncio.create_task(w(name, t, fail), name=name)

async def main():
    loop = asyncio.get_running_loop()
    async def show(label, *a, **k):
        t0 = loop.time()
        try:
            d, p = await asyncio.wait(*a, **k)
            print(label, names(d), names(p), round(loop.time() - t0, 6), type(d).__name__)
            for t in d:
                if not t.cancelled(): t.exception()
        except BaseException as e: print(label, type(e).__name__, e)
    await show('all', [T('a', 1), T('b', 2)])
    await show('first', [T('a', 1), T('b', 2)], return_when=asyncio.FIRST_COMPLETED)
    await show('fe', [T('a', 1), T('b', 2, ValueError()), T('c', 3)], return_when=asyncio.FIRST_EXCEPTION)
    await show('fe none', [T('a', 1), T('b', 2)], return_when=asyncio.FIRST_EXCEPTION)
    c = T('c', 9); loop.call_later(1, c.cancel)
    await show('fe cancelled', [T('a', 3), c], return_when=asyncio.FIRST_EXCEPTION)
    await show('timeout', [T('a', 1), T('b', 2)], timeout=1.5)
    await show('timeout 0', [T('a', 1)], timeout=0)
    await show('timeout neg', [T('a', 1)], timeout=-1)
    await show('same time', [T('a', 1), T('b', 1), T('c', 1)], return_when='FIRST_COMPLETED')
    await show('exact timeout', [T('a', 1)], timeout=1)
    done = T('d', 0); await done
    await show('done', [done]); await show('done first', [done, T('e', 1)], return_when='FIRST_COMPLETED')
    await show('dup', [done, done]); await show('set', {done}); await show('gen', (t for t in [done]))
    await show('empty', []); await show('empty set', set()); await show('bad', [done], return_when='X'); await show('bad', [done], return_when=1)
    await show('task', done)
    c = w('x', 1); await show('coro', c); await show('coros', [c]); c.close()
    await show('mixed', [5])
    f = loop.create_future(); f.set_exception(KeyError('k'))
    d, p = await asyncio.wait([f]); print(repr(d.pop().exception()))
    # cancelling the waiter leaves the tasks alone and removes the callbacks
    a = T('a', 5); waiter = asyncio.create_task(asyncio.wait([a])); await asyncio.sleep(1)
    print(a._callbacks is not None and len(a._callbacks)); waiter.cancel(); await asyncio.sleep(0)
    print(a, a._callbacks, waiter.cancelled()); print(await a)
    # iterations taken by wait on a done future
    n = 0
    def tick():
        nonlocal n; n += 1; h[0] = loop.call_soon(tick)
    h = [loop.call_soon(tick)]
    await asyncio.wait([done]); print('iterations', n)
    n = 0; await asyncio.wait([T('q', 0)]); print('iterations', n); h[0].cancel()

asyncio.run(main())
