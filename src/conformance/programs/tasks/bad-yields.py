import asyncio, types

class Y:
    def __init__(self, *values): self.values = values
    def __await__(self):
        for v in self.values:
            try:
                r = yield v
                print('sent', r)
            except BaseException as e:
                print(type(e).__name__, e)
        return 'end'
    def __repr__(self): return '<Y>'

class FutLike:
    _asyncio_future_blocking = True
    def __init__(self, loop): self._loop = loop; self.cbs = []
    def get_loop(self): return self._loop
    def add_done_callback(self, cb, *, context=None): self.cbs.append(cb); print('added', type(cb).__name__)
    def cancel(self, msg=None): print('cancel', msg); return False
    def result(self): return 5
    def __repr__(self): return '<FutLike>'

def gen(): yield

async def main():
    loop = asyncio.get_running_loop()
    async def run(*v): return await Y(*v)
    for v in (1, 'x', None, True, [], Y(), object):
        t = asyncio.create_task(run(v), name='T')
        print(await t)
    f = asyncio.Future()
    print(await asyncio.create_task(run(f), name='T'))
    g = gen()
    try: print((await asyncio.create_task(run(g), name='T')))
    except Exception as e: print(e)
    async def own(): await me
    me = asyncio.create_task(own(), name='own')
    try: await me
    except RuntimeError as e: print(e)
    other = asyncio.new_event_loop()
    async def foreign(): await other.create_future()
    try: await asyncio.create_task(foreign(), name='foreign')
    except RuntimeError as e: print(e)
    other.close()
    fl = FutLike(loop)
    t = asyncio.create_task(run(fl), name='fl')
    await asyncio.sleep(0)
    print(fl._asyncio_future_blocking, t._fut_waiter)
    t.cancel('c'); print(t._must_cancel, t.cancelling())
    loop.call_soon(fl.cbs[0], fl)
    print(await t)
    class Blocks(asyncio.Future):
        def __await__(self):
            yield self
    b = Blocks(); b.set_result(1)
    try: print(await asyncio.create_task(run(b), name='b'))
    except Exception as e: print(e)

asyncio.run(main())
