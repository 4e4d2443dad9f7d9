"""A weak reference to a task, a future, a handle or a loop is empty when it goes; tasks that hold themselves need the collector."""

import asyncio, weakref, gc
async def main():
    loop = asyncio.get_running_loop()
    def cb(r): print('gone')
    async def job(): pass
    async def wait(): await asyncio.sleep(10)
    t = asyncio.create_task(job())
    r = weakref.ref(t, cb)
    await t
    print('done', r() is t)
    t = None
    print('dropped', r())
    f = loop.create_future()
    r2 = weakref.ref(f, cb)
    f = None
    print(r2())
    async def holds(fut):
        await fut
    f = loop.create_future()
    t = asyncio.create_task(holds(f))
    r3 = weakref.ref(f, cb); r4 = weakref.ref(t, cb)
    await asyncio.sleep(0)
    t = f = None
    print(r3() is not None, r4() is not None)
    gc.collect()
    print(r3(), r4())
    w = weakref.WeakSet()
    for i in range(3):
        w.add(asyncio.create_task(job()))
    print(len(w))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(len(w))
asyncio.run(main())
loop = asyncio.new_event_loop()
r = weakref.ref(loop)
h = loop.call_soon(print)
rh = weakref.ref(h)
h.cancel()
h = None
print(rh() is not None)
loop.close()
print(rh())
