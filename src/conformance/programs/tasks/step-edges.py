import asyncio
# What test_tasks checks of a step: StopIteration, BaseException, awaiting done things, steps after the end.

async def stop(): raise StopIteration('s')
async def stop_async(): raise StopAsyncIteration('sa')
async def gen_exit(): raise GeneratorExit('ge')
class Base(BaseException): pass
async def base(): raise Base('b')
class Coro:
    """Not a generator: drives itself."""
    def __init__(self, *acts): self.acts = list(acts); self.log = []
    def send(self, v): self.log.append(('send', v)); return self.step()
    def throw(self, *a): self.log.append(('throw', repr(a[0]), len(a))); return self.step()
    def step(self):
        act = self.acts.pop(0)
        if isinstance(act, BaseException): raise act
        return act
    def close(self): self.log.append('close')
    def __await__(self): yield

async def main():
    loop = asyncio.get_running_loop()
    for c in (stop, stop_async, gen_exit, base):
        t = asyncio.create_task(c(), name=c.__name__)
        try: await t
        except BaseException as e: print(c.__name__, repr(e), repr(e.__cause__))
        print(t)
    c = Coro(None, None, StopIteration('end')); print(await asyncio.create_task(c), c.log)
    c = Coro(None, StopIteration()); print(await asyncio.create_task(c))
    c = Coro(None, StopIteration((1, 2))); print(await asyncio.create_task(c))
    c = Coro(None, 5, StopIteration('after bad yield')); print(await asyncio.create_task(c), c.log)
    c = Coro(None, asyncio.CancelledError('own', 1)); t = asyncio.create_task(c)
    try: await t
    except asyncio.CancelledError as e: print(repr(e), t.cancelled())
    c = Coro(None, StopIteration('swallowed')); t = asyncio.create_task(c); await asyncio.sleep(0); t.cancel('c'); print(await t, c.log, t.cancelling())
    c = Coro(); t = asyncio.create_task(c, name='early'); t.cancel('early')
    try: await t
    except BaseException as e: print(repr(e), c.log)
    f = loop.create_future(); f._asyncio_future_blocking = True; c = Coro(f, StopIteration('fut')); t = asyncio.create_task(c, name='F'); await asyncio.sleep(0)
    print(f._asyncio_future_blocking, t._fut_waiter is f, t); f.set_result(1); print(await t, c.log)
    f = loop.create_future(); f.set_result('d'); f._asyncio_future_blocking = True; c = Coro(f, StopIteration('done fut')); print(await asyncio.create_task(c))
async def w0(): return 1
asyncio.run(main())
