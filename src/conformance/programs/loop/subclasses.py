import asyncio, heapq

class TracingLoop(asyncio.SelectorEventLoop):
    def call_soon(self, cb, *args, context=None):
        self.log.append(('soon', getattr(cb, '__qualname__', type(cb).__name__)))
        return super().call_soon(cb, *args, context=context)
    def call_at(self, when, cb, *args, context=None):
        self.log.append(('at', when)); return super().call_at(when, cb, *args, context=context)
    def call_later(self, delay, cb, *args, context=None):
        self.log.append(('later', delay)); return super().call_later(delay, cb, *args, context=context)
    def create_task(self, coro, **kw):
        self.log.append(('task', coro.__qualname__, sorted(kw))); return super().create_task(coro, **kw)
    def create_future(self):
        self.log.append('future'); return super().create_future()
    def call_exception_handler(self, context): self.log.append(('handler', context['message'].split(' at ')[0]))
    log = []

class FastLoop(asyncio.SelectorEventLoop):
    offset = 100
    def time(self): return super().time() * 2 + self.offset

async def child(): await asyncio.sleep(1); return 'c'
async def main():
    loop = asyncio.get_running_loop()
    print(type(loop).__name__, loop)
    t = asyncio.create_task(child(), name='x'); print(await asyncio.gather(t, child()))
    loop.call_soon(lambda: 1 / 0); f = loop.create_future(); f.add_done_callback(print); f.set_result(1)
    await asyncio.wait_for(asyncio.sleep(0.5), 1)
    async with asyncio.timeout(5): await asyncio.sleep(0)

with asyncio.Runner(loop_factory=TracingLoop) as r: r.run(main())
for entry in TracingLoop.log: print(entry)
async def timed():
    loop = asyncio.get_running_loop(); t0 = loop.time(); await asyncio.sleep(3); print(t0, loop.time() - t0)
    h = loop.call_later(1, print, 'x'); print(h.when() > loop.time()); h.cancel()


class T(asyncio.Task):
    def __init__(self, *a, **k): self.seen = []; super().__init__(*a, **k)
    def cancel(self, msg=None): self.seen.append(msg); return super().cancel(msg)
    def add_done_callback(self, fn, *, context=None): self.seen.append('cb'); super().add_done_callback(fn, context=context)
class F(asyncio.Future):
    def cancel(self, msg=None): print('F.cancel', msg); return super().cancel(msg=msg)
    def result(self): print('F.result'); return super().result()
async def subs():
    t = T(child(), loop=asyncio.get_running_loop(), name='sub'); print(t); print(await t, t.seen)
    f = F(); w = asyncio.create_task(waits(f)); await asyncio.sleep(0); print(w.cancel('to F'))
    try: await w
    except asyncio.CancelledError as e: print(repr(e))
    f = F(); w = asyncio.create_task(waits(f)); await asyncio.sleep(0); f.set_result('val'); print(await w)
    t = T(child()); g = asyncio.gather(t, child()); await asyncio.sleep(0); g.cancel('gc')
    try: await g
    except asyncio.CancelledError: print(t.seen)
    f.extra = 1; print(f.extra, f.__dict__ if hasattr(f, '__dict__') else 'no dict')
async def waits(f): return await f
asyncio.run(subs())
