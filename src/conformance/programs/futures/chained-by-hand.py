"""Futures that settle one another: callbacks added, removed and running twice, copies of exceptions, contexts, awaiting one in many tasks."""
import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)
async def main():
    loop = asyncio.get_running_loop(); log = []
    a, b = loop.create_future(), loop.create_future()
    def copy(f):
        log.append(('copy', f is a, v.get()))
        if f.cancelled(): b.cancel()
        elif f.exception(): b.set_exception(f.exception())
        else: b.set_result(f.result())
    v.set(1); a.add_done_callback(copy); v.set(2); a.add_done_callback(copy)
    print(a.remove_done_callback(copy), a.remove_done_callback(print))
    ctx = contextvars.copy_context(); ctx.run(v.set, 9)
    a.add_done_callback(copy, context=ctx)
    async def wait(n): 
        try: return n, await b
        except KeyError as e: return n, repr(e), len(str(e.__traceback__)) > 0
    ws = [asyncio.create_task(wait(n)) for n in range(3)]
    await asyncio.sleep(0); print(b._callbacks is not None, len(b._callbacks or []))
    a.set_exception(KeyError('k')); print(log, a.done(), b.done())
    print(await asyncio.gather(*ws), log)
    for f, x in ((a.set_result, 1), (a.set_exception, ValueError())):
        try: f(x)
        except asyncio.InvalidStateError as e: print(e)
    print(a.cancel(), a.done(), a.cancelled())
    c = loop.create_future()
    for call in (c.result, c.exception):
        try: call()
        except asyncio.InvalidStateError as e: print(e)
    for bad in (5, None, BaseException, StopIteration('s'), StopIteration, 'x'):
        d = loop.create_future()
        try: d.set_exception(bad); print(repr(d.exception()), repr(d.exception().__cause__))
        except TypeError as e: print(type(e).__name__, e)
    it = iter(c); print(next(it) is c, c._asyncio_future_blocking)
    try: next(it)
    except RuntimeError as e: print(e)
    print(asyncio.isfuture(c), asyncio.isfuture(asyncio.Future), asyncio.isfuture(5))
    s = asyncio.ensure_future(c); print(s is c)
    try: asyncio.ensure_future(c, loop=asyncio.new_event_loop())
    except ValueError as e: print(e)
    c.set_result([1, 2]); print(c, await c, await c)
    e = loop.create_future(); e.cancel('why'); 
    for _ in range(2):
        try: e.result()
        except asyncio.CancelledError as x: print(x.args)
    print(asyncio.Future[int], e.get_loop() is loop)
    e.add_done_callback(lambda f: log.append('late')); print(log[-1]); await asyncio.sleep(0); print(log[-1])
asyncio.run(main())
