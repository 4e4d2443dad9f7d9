import asyncio
import types

@types.coroutine
def old_style(x):
    print('old', x)
    yield
    r = yield from asyncio.sleep(1, 'slept').__await__()
    return f'{x} {r}'

class Future:
    """A future by hand, on asyncio's protocol."""
    _asyncio_future_blocking = False
    def __init__(self, loop): self.loop, self.callbacks, self.done_, self.value = loop, [], False, None
    def get_loop(self): return self.loop
    def add_done_callback(self, cb, *, context=None): self.callbacks.append((cb, context))
    def cancel(self, msg=None): return False
    def result(self): return self.value
    def set(self, v):
        self.value, self.done_ = v, True
        for cb, ctx in self.callbacks: self.loop.call_soon(cb, self, context=ctx)
    def __await__(self):
        if not self.done_:
            self._asyncio_future_blocking = True
            yield self
        return self.value

async def main():
    print(await old_style('direct'))
    try:
        await asyncio.create_task(old_style('task'))
    except TypeError as e:
        print(str(e).split(' at ')[0])
    async def wrapped(): return await old_style('task')
    print(await asyncio.create_task(wrapped()))
    print(asyncio.isfuture(Future(None)), asyncio.iscoroutine(old_style(1)))
    f = Future(asyncio.get_running_loop())
    asyncio.get_running_loop().call_later(1, f.set, 'home made')
    print(await f, asyncio.get_running_loop().time())
    def plain_generator():
        yield
    try:
        await plain_generator()
    except TypeError as e:
        print(e)
    try:
        asyncio.create_task(plain_generator())
    except TypeError as e:
        print(str(e).split('<')[0])
    def delegating():
        yield from native()
    async def native(): pass
    try:
        list(delegating())
    except TypeError as e:
        print(e)
    class Turns:
        def __init__(self, n): self.n = n
        def __await__(self):
            for i in range(self.n):
                print('turn', i)
                yield
            return 'turns over'
    print(await asyncio.gather(Turns(2), Turns(1)))
    c = native()
    it = c.__await__()
    print(type(it).__name__)
    try:
        next(it)
    except StopIteration as e:
        print('stop', e.value)

asyncio.run(main())
