"""Locks, queues, functions and coroutines in weak containers go when nobody holds them any more."""

import asyncio, weakref, gc
locks = weakref.WeakValueDictionary()
def lock_for(key):
    lock = locks.get(key)
    if lock is None:
        lock = locks[key] = asyncio.Lock()
    return lock
async def use(key, log):
    lock = lock_for(key)
    async with lock:
        log.append(key)
        await asyncio.sleep(0.1)
async def main():
    log = []
    async with asyncio.TaskGroup() as tg:
        for key in 'aab':
            tg.create_task(use(key, log))
        await asyncio.sleep(0.05)
        print(sorted(locks), log)
        await asyncio.sleep(0.1)
        print(sorted(locks), log)
    gc.collect()
    print(sorted(locks), log)
    q = asyncio.Queue()
    r = weakref.ref(q)
    del q
    print(r())
    def f(): pass
    r = weakref.ref(f); print(r() is f); del f; print(r())
    s = {1}; r = weakref.ref(s); s = None; print(r())
    async def co(): pass
    c = co(); r = weakref.ref(c); await c; del c; print(r())
    def g(): yield 1
    c = g(); r = weakref.ref(c); next(c); del c; print(r())
    class E(Exception): pass
    e = E(1); r = weakref.ref(e); del e; print(r())
    try: weakref.ref(ValueError())
    except TypeError as e: print(e)
    p = weakref.WeakSet()
    async def keep(): 
        p.add(asyncio.current_task())
        await asyncio.sleep(1)
        print(len(p))
    t = asyncio.ensure_future(keep())
    await asyncio.sleep(0)
    del t
    gc.collect()
    await asyncio.sleep(2)
    print(len(p))
asyncio.run(main())
