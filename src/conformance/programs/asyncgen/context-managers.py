import asyncio
from contextlib import asynccontextmanager, AsyncExitStack, aclosing, suppress, AbstractAsyncContextManager

@asynccontextmanager
async def resource(name, swallow=None):
    print('open', name)
    await asyncio.sleep(0.1)
    try:
        yield name.upper()
    except Exception as e:
        print('error in', name, repr(e))
        if swallow is None or not isinstance(e, swallow): raise
    finally:
        await asyncio.sleep(0.1)
        print('close', name)

@asynccontextmanager
async def broken():
    if False: yield

class CM(AbstractAsyncContextManager):
    async def __aexit__(self, *exc): print('CM exit', exc[0])

async def main():
    async with resource('a') as a, resource('b') as b:
        print(a, b)
    async with resource('c', ValueError):
        raise ValueError('swallowed')
    try:
        async with resource('d', ValueError):
            raise KeyError('through')
    except KeyError as e:
        print('out', e)
    try:
        async with broken(): pass
    except RuntimeError as e:
        print(e)
    async with CM() as cm: print(type(cm).__name__)
    async with AsyncExitStack() as st:
        vals = [await st.enter_async_context(resource(n)) for n in 'xy']
        @st.push_async_exit
        async def ex(t, v, tb):
            print('push_async_exit', t)
            return True
        print(vals)
        raise OSError('eaten')
    @resource('deco')
    async def f(x): return x * 2
    print(await f(4), await f(5))
    for bad in (5, open):
        try:
            async with bad: pass
        except TypeError as e:
            print(e)
    class NoExit:
        async def __aenter__(self): pass
    try:
        async with NoExit(): pass
    except TypeError as e:
        print(e)
    class SyncOnly:
        def __enter__(self): pass
        def __exit__(self, *a): pass
    try:
        async with SyncOnly(): pass
    except TypeError as e:
        print(e)
    t = asyncio.create_task(use())
    await asyncio.sleep(0.15)
    t.cancel()
    with suppress(asyncio.CancelledError):
        await t
    print(round(asyncio.get_running_loop().time(), 3))

async def use():
    async with resource('cancelled'):
        await asyncio.sleep(10)

asyncio.run(main())
