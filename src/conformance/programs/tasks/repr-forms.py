import asyncio, types, functools

async def co(): await asyncio.sleep(1)
class K:
    async def method(self): await asyncio.sleep(1)
    @classmethod
    async def cls(cls): await asyncio.sleep(1)
    async def __call__(self): await asyncio.sleep(1)
@types.coroutine
def gen(): yield from asyncio.sleep(1).__await__()
class Custom:
    def __await__(self): yield from asyncio.sleep(1).__await__()
class Coro:
    def send(self, v): raise StopIteration(1)
    def throw(self, *a): raise a[0]
    def close(self): pass
    def __await__(self): yield
    def __repr__(self): return '<Coro>'
def cb(t): pass

async def main():
    def local(t): pass
    async def show(c, **k):
        t = asyncio.create_task(c, name='n', **k); print(t); await asyncio.sleep(0); print(t); t.add_done_callback(cb); t.add_done_callback(local); t.add_done_callback(functools.partial(cb)); print(t)
        t.cancel('x'); print(t)
        try: await t
        except asyncio.CancelledError: pass
        print(t)
    await show(co()); await show(K().method()); await show(K.cls()); await show(K()()); 
    async def lam(): await (lambda: asyncio.sleep(1))()
    await show(lam())
    t = asyncio.ensure_future(Custom()); print(t); await asyncio.sleep(0); print(t); await t; print(t)
    t = asyncio.create_task(Coro(), name='coro'); print(t); await t; print(t)
    async def v(x): return x
    for x in (None, 'text' * 20, {'k': [1, 2, 3, 4, 5, 6, 7]}, {1, 2}, 10 ** 60, b'b' * 50, (1,), range(3), 1.5, True, [[[[[[[1]]]]]]]):
        t = asyncio.create_task(v(x), name=x); await t; print(t)
    async def f(e): raise e
    for e in (ValueError(), KeyError('k'), OSError('no file'), ExceptionGroup('g', [ValueError(1)]), Exception('long ' * 30), asyncio.TimeoutError('t')):
        t = asyncio.create_task(f(e), name='f'); await asyncio.wait([t]); print(t); t.exception()
    t = asyncio.create_task(co(), name='a\nb\'c'); print(t, repr(t.get_name())); t.cancel(); await asyncio.wait([t])
    w = asyncio.create_task(asyncio.wait_for(asyncio.shield(asyncio.create_task(co(), name='s')), 5), name='w'); await asyncio.sleep(0); print(w); await w
    g = asyncio.gather(co(), co()); x = asyncio.create_task(wrap(g), name='x'); await asyncio.sleep(0); print(x); print(g); await x
    class Sub(asyncio.Task):
        def __repr__(self): return 'sub ' + super().__repr__()
    s = Sub(co(), name='sub'); print(s, str(s)); await s
    print(f'{s}', '%s' % s, [s])
async def wrap(g): return await g
asyncio.run(main())
