import asyncio
# What test_futures checks: duck typing, the class-level blocking flag, subclasses, copying of state.
from asyncio import futures

class Duck:
    _asyncio_future_blocking = False
    def __init__(self, loop): self.loop = loop; self.callbacks = []; self.value = None; self.cancels = []
    def get_loop(self): return self.loop
    def add_done_callback(self, fn, *, context=None): self.callbacks.append((fn, context))
    def remove_done_callback(self, fn): before = len(self.callbacks); self.callbacks = [c for c in self.callbacks if c[0] != fn]; return before - len(self.callbacks)
    def done(self): return self.value is not None
    def cancelled(self): return False
    def cancel(self, msg=None): self.cancels.append(msg); return True
    def exception(self): return None
    def result(self): return self.value
    def set(self, value):
        self.value = value
        for fn, ctx in self.callbacks: self.loop.call_soon(fn, self, context=ctx)
    def __await__(self):
        if not self.done(): self._asyncio_future_blocking = True; yield self
        return self.result()
    __iter__ = __await__

async def main():
    loop = asyncio.get_running_loop()
    d = Duck(loop); print(asyncio.isfuture(d), asyncio.ensure_future(d) is d)
    async def user(): return await d
    t = asyncio.create_task(user(), name='user'); await asyncio.sleep(0)
    print(len(d.callbacks), d.callbacks[0][1] is t.get_context(), d._asyncio_future_blocking, t._fut_waiter is d)
    d.set('duck'); print(await t)
    d = Duck(loop); t = asyncio.create_task(user2(d)); await asyncio.sleep(0); print(t.cancel('m'), d.cancels, t._must_cancel, t.cancelling()); d.set(1); print(await t)
    d = Duck(loop); g = asyncio.gather(d, asyncio.sleep(1, 's')); loop.call_later(2, d.set, 'g'); print(await g)
    d = Duck(loop); s = asyncio.shield(d); loop.call_later(1, d.set, 'sh'); print(await s)
    d = Duck(loop); loop.call_later(1, d.set, 'w'); done, pending = await asyncio.wait([d]); print(done == {d}, pending)
    d = Duck(loop); loop.call_later(1, d.set, 'wf'); print(await asyncio.wait_for(d, 5))
    d = Duck(loop)
    try: await asyncio.wait_for(d, 1)
    except BaseException as e: print('never', repr(e))
async def user2(d): return await d

async def chain():
    loop = asyncio.get_running_loop()
    a, b = loop.create_future(), loop.create_future(); futures._chain_future(a, b); a.set_result(1); print(await b)
    a, b = loop.create_future(), loop.create_future(); futures._chain_future(a, b); b.cancel(); await asyncio.sleep(0); print(a.cancelled())
    a, b = loop.create_future(), loop.create_future(); futures._chain_future(a, b); a.set_exception(KeyError('k')); print(repr((await asyncio.gather(b, return_exceptions=True))[0]))
    a, b = loop.create_future(), loop.create_future(); futures._chain_future(a, b); a.cancel(); await asyncio.sleep(0); print(b.cancelled())
    for x, y in ((5, a), (a, 5)):
        try: futures._chain_future(x, y)
        except TypeError as e: print(e)
    futures._set_result_unless_cancelled(b, 1); a = loop.create_future(); futures._set_result_unless_cancelled(a, 2); print(a.result())
    c = loop.create_future(); a.cancel(); futures._copy_future_state(a, c); print(c)
    print(futures._get_loop(c) is loop, asyncio.wrap_future(c) is c)
    try: asyncio.wrap_future(5)
    except AssertionError as e: print('assertion', e)
loop = asyncio.new_event_loop(); loop.call_later(100, loop.stop); t = loop.create_task(main())
try: loop.run_until_complete(t)
except RuntimeError as e: print(e)
asyncio.run(chain())
