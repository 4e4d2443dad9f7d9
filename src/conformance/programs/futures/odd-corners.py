import asyncio, weakref, gc

def show(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

async def main():
    loop = asyncio.get_running_loop()
    # initialised twice
    f = asyncio.Future(); f.set_result(1); f.__init__(); print(f, f.done()); f.set_result(2); print(f.result())
    f = loop.create_future(); show(delattr, f, '_asyncio_future_blocking'); show(delattr, f, '_log_traceback'); show(delattr, f, '_cancel_message'); show(setattr, f, '_cancel_message', 5); print(f.cancel(), f)
    # __eq__ that raises while callbacks are removed
    class Evil:
        def __eq__(self, other): raise KeyError('eq')
        def __call__(self, f): print('evil called')
    f = loop.create_future(); f.add_done_callback(Evil()); show(f.remove_done_callback, Evil()); show(f.remove_done_callback, print); print(len(f._callbacks)); f.set_result(0); await asyncio.sleep(0)
    class Clears:
        def __eq__(self, other): g.remove_done_callback(len); return True
        def __call__(self, f): pass
    g = loop.create_future(); g.add_done_callback(len); g.add_done_callback(repr); show(g.remove_done_callback, Clears()); print(g._callbacks); g.cancel()
    # not callable
    f = loop.create_future(); show(f.add_done_callback, 5); show(f.add_done_callback, None); print(f); f.remove_done_callback(5); f.remove_done_callback(None); show(f.add_done_callback, print, context=5); f.remove_done_callback(print)
    # two awaits of one future in one task, and two tasks
    f = loop.create_future()
    async def w(n): print(n, await f)
    ts = [asyncio.create_task(w(i)) for i in range(3)]; await asyncio.sleep(0); print(len(f._callbacks)); f.set_result('r'); print(f._callbacks); await asyncio.wait(ts); print(await f, await f)
    # the result is what it is
    for v in (None, f, asyncio.CancelledError('value'), NotImplemented, ...):
        g = loop.create_future(); g.set_result(v); print(await g is v)
    class Sub(asyncio.Future):
        def __await__(self): print('own await'); return (yield from super().__await__())
        def set_result(self, r): print('own set'); super().set_result(r)
    s = Sub(); loop.call_soon(s.set_result, 'sub'); print(await s)
    async def ws(): return await s
    s = Sub(); t = asyncio.create_task(ws()); await asyncio.sleep(0); s.set_result('again'); print(await t)
    class Add(asyncio.Future):
        def add_done_callback(self, fn, *, context=None): print('own add', context is not None); super().add_done_callback(fn, context=context)
    a = Add(); t = asyncio.create_task(ws2(a)); await asyncio.sleep(0); a.set_result('added'); print(await t)
    class GetLoop(asyncio.Future):
        def get_loop(self): print('own get_loop'); return super().get_loop()
    a = GetLoop(); t = asyncio.create_task(ws2(a)); await asyncio.sleep(0); a.set_result('l'); print(await t)
    return loop.create_future()
async def ws2(a): return await a

f = asyncio.run(main())
show(f.set_result, 1); print(f)
loop = asyncio.new_event_loop(); f = loop.create_future(); f.add_done_callback(print); loop.close(); show(f.set_result, 1); print(f, f._callbacks)
f = asyncio.Future(loop=loop); show(f.cancel); f = asyncio.Future(loop=loop); f.set_result(1); show(f.add_done_callback, print)
