"""Functions as coroutines and back: which thread runs them, contexts, errors."""

import asyncio, threading, contextvars, time
from asgiref.sync import sync_to_async, async_to_sync, ThreadSensitiveContext, iscoroutinefunction
from asgiref.local import Local

v = contextvars.ContextVar('v', default=0)
main = threading.current_thread()
l = Local()


def where():
    v.set(v.get() + 1)
    return (threading.current_thread() is main, threading.current_thread().name)


async def aw():
    print('aw', v.get(), await sync_to_async(where)(), v.get())
    print(await sync_to_async(where, thread_sensitive=False)())
    return 5


print(async_to_sync(aw)(), v.get())


def inner():
    return async_to_sync(aw)()


async def m():
    try:
        async_to_sync(aw)()
    except RuntimeError as e:
        print(e)
    print(await sync_to_async(inner)())
    async with ThreadSensitiveContext():
        print(await sync_to_async(where)())
    l.x = 1

    def f():
        l.x += 1
        return l.x

    print(await sync_to_async(f)(), l.x)

    def bad():
        raise KeyError('q')

    try:
        await sync_to_async(bad)()
    except KeyError as e:
        print(repr(e))
    t = time.time()
    await asyncio.gather(*[sync_to_async(time.sleep)(1) for i in range(3)])
    print(round(time.time() - t))
    t = time.time()
    await asyncio.gather(*[sync_to_async(time.sleep, thread_sensitive=False)(1) for i in range(3)])
    print(round(time.time() - t))
    print(iscoroutinefunction(sync_to_async(f)))


asyncio.run(m())
try:
    sync_to_async(m)
except TypeError as e:
    print(e)
try:
    l.y
except AttributeError as e:
    print('AE')


@async_to_sync
async def err():
    1 / 0


try:
    err()
except ZeroDivisionError as e:
    print(repr(e))
