import asyncio, contextvars, warnings
from collections.abc import Coroutine

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print('->', type(r).__name__)
        return r
    except BaseException as e:
        print(type(e).__name__, e)

async def co(): return asyncio.current_task().get_name()
def gen(): yield
async def agen(): yield

class Coro(Coroutine):
    def send(self, v): raise StopIteration('coro')
    def throw(self, *a): pass
    def close(self): pass
    def __await__(self): yield

async def main():
    loop = asyncio.get_running_loop()
    g = gen()
    for bad in (1, None, 'x', co, gen, agen, asyncio.Future(), [], object()):
        r = repr(bad)
        try: asyncio.Task(bad, loop=loop)
        except TypeError as e: print(str(e).split(' at 0x')[0])
    show(asyncio.Task, g, loop=loop) if False else None
    show(asyncio.Task)
    show(asyncio.Task, co, co)
    show(asyncio.Task, bogus=1)
    c = co(); show(asyncio.Task, c, bogus=1); c.close()
    t = show(asyncio.Task, co()); print(await t)
    t = show(asyncio.Task, coro=co(), name=5); print(await t, repr(t.get_name()))
    t = asyncio.create_task(co(), name='n'); t.set_name(3.5); print(repr(t.get_name()), await t)
    t = asyncio.create_task(co(), name=None); print(t.get_name(), await t)
    t = asyncio.create_task(Coro()); print(await t, t.get_coro().__class__.__name__)
    c = co(); show(asyncio.create_task, c, nme='x'); c.close()
    c = co(); show(asyncio.create_task, c, eager_start='yes')
    show(asyncio.create_task)
    c = co(); show(asyncio.create_task, c, 'name'); c.close()
    print(t.get_loop() is loop, t.get_context())
    show(t.set_result, 1); show(t.set_exception, ValueError()); show(t.get_stack, 1); show(t.set_name)
    show(asyncio.ensure_future, 5); show(asyncio.ensure_future, co)
    f = asyncio.Future(); print(asyncio.ensure_future(f) is f, asyncio.ensure_future(f, loop=loop) is f)
    other = asyncio.new_event_loop(); show(asyncio.ensure_future, f, loop=other); other.close()
    class Aw:
        def __await__(self): yield from asyncio.sleep(1, 'aw').__await__(); return 'aw'
    t = asyncio.ensure_future(Aw()); print(t.get_coro().__qualname__, await t, loop.time())

asyncio.run(main())
c = co(); show(asyncio.create_task, c); c.close()
c = co(); show(asyncio.ensure_future, c); c.close()
c = co(); show(asyncio.Task, c); c.close()
show(asyncio.current_task); show(asyncio.all_tasks); show(asyncio.get_running_loop); show(asyncio.get_event_loop)
