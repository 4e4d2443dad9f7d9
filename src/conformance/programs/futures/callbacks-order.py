import asyncio, contextvars

v = contextvars.ContextVar('v', default='none')

class Eq:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, Eq) and self.n == other.n
    def __call__(self, fut): print('eq', self.n, fut.result())

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    log = []
    def cb(fut, name='cb'): log.append((name, v.get(), fut is f))
    v.set('one'); f.add_done_callback(cb)
    v.set('two'); f.add_done_callback(lambda fut: cb(fut, 'two'))
    ctx = contextvars.copy_context(); ctx.run(v.set, 'given')
    f.add_done_callback(cb, context=ctx)
    v.set('later')
    f.add_done_callback(cb); f.add_done_callback(cb)
    print(f)
    print(f.remove_done_callback(print), len(f._callbacks))
    f.set_result(0)
    print(log, f._callbacks)
    f.add_done_callback(lambda fut: log.append('after done'))
    await asyncio.sleep(0)
    print(log)
    g = loop.create_future()
    for n in (1, 2, 1, 3, 1): g.add_done_callback(Eq(n))
    print(g.remove_done_callback(Eq(1)), g.remove_done_callback(Eq(1)), g.remove_done_callback(Eq(9)))
    g.set_result('r')
    print(g.remove_done_callback(Eq(2)))
    await asyncio.sleep(0)
    # a callback that adds and removes callbacks
    h = loop.create_future()
    def second(fut): print('second')
    def first(fut):
        print('first', h.remove_done_callback(second))
        h.add_done_callback(lambda f: print('third'))
    h.add_done_callback(first); h.add_done_callback(second)
    h.cancel('why')
    await asyncio.sleep(0); print('-'); await asyncio.sleep(0)
    # no task is current in a callback, and it cannot await
    k = loop.create_future()
    k.add_done_callback(lambda fut: print(asyncio.current_task(), asyncio.get_running_loop() is loop))
    k.add_done_callback(asyncio.sleep)
    k.set_exception(OSError('x')); k.exception()
    loop.set_exception_handler(lambda l, c: print(c['message'], c['exception']))
    await asyncio.sleep(0)

asyncio.run(main())
