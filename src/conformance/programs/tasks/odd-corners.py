import asyncio, weakref, sys
sys.stderr = sys.stdout

def show(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
async def co(x=1): await asyncio.sleep(0); return x

async def main():
    loop = asyncio.get_running_loop()
    class Sub(asyncio.Task):
        def _make_cancelled_error(self): return asyncio.CancelledError('made here')
        def get_name(self): return 'own name'
    t = Sub(co()); print(t); t.cancel('x')
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    # the awaiter cancels the task it awaits, from a callback, twice
    t = asyncio.create_task(asyncio.sleep(5)); loop.call_later(1, t.cancel); loop.call_later(1, t.cancel, 'second')
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t.cancelling(), asyncio.current_task().cancelling())
    # exceptions: cancel between exception and its delivery
    async def waits(f):
        try: return await f
        except BaseException as e: return repr(e)
    f = loop.create_future(); t = asyncio.create_task(waits(f)); await asyncio.sleep(0); f.cancel('fut'); print(t.cancel('task'), t._must_cancel); print(await t)
    # a task that ends while a cancel is under way in a gather
    a = asyncio.create_task(co('a')); b = asyncio.create_task(asyncio.sleep(9)); g = asyncio.gather(a, b); await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0); print(a.done(), g.cancel('g'))
    try: await g
    except asyncio.CancelledError as e: print(repr(e), a.result(), b.cancelled())
    t = asyncio.create_task(co(), name='w'); r = weakref.ref(t); print(r() is t); await t
    print(asyncio.Task.__name__, asyncio.Task.__qualname__, asyncio.Task.__mro__[1].__name__, isinstance(t, asyncio.Future), asyncio.tasks._PyTask.__name__ if hasattr(asyncio.tasks, '_PyTask') and False else '')

asyncio.run(main())
