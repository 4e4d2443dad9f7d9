import asyncio

async def child(n):
    await asyncio.sleep(n)
    return n

class K:
    async def meth(self):
        await asyncio.Event().wait()

async def fails():
    raise ValueError('x')

async def main():
    t = asyncio.create_task(child(1))
    u = asyncio.create_task(child(2), name='named')
    v = asyncio.create_task(child(3))
    print(t.get_name(), u.get_name(), v.get_name(), asyncio.current_task().get_name())
    print(t)
    await asyncio.sleep(0)
    print(t)
    print(u)
    u.cancel()
    print(u)
    u.set_name(42)
    print(repr(u.get_name()))
    m = asyncio.create_task(K().meth(), name='m')
    await asyncio.sleep(0)
    print(m, u)
    f = asyncio.create_task(fails(), name='f')
    await asyncio.wait([f])
    print(f)
    await t
    print(t)
    t2 = asyncio.create_task(child(0), name=None)
    print(t2.get_name(), asyncio.create_task(child(0), name='').get_name().__repr__())
    async def waits(): await t2
    w = asyncio.create_task(waits(), name='w')
    await asyncio.sleep(0)
    print(w, t2)
    print(f.exception())
    m.add_done_callback(print)
    print(m)
    m.cancel()
    await asyncio.sleep(0.1)
    lam = asyncio.create_task((lambda: child(0))())
    print(lam.get_coro().__name__, lam.get_loop() is asyncio.get_running_loop(), type(lam), asyncio.Task is type(lam))
    print(asyncio.current_task())
    await v
    await lam

asyncio.run(main())
async def again():
    return asyncio.current_task().get_name()
print(asyncio.run(again()))
