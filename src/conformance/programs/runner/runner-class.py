import asyncio, contextvars

var = contextvars.ContextVar('var', default='default')

async def setv(x):
    old = var.get()
    var.set(x)
    return old

async def tm():
    await asyncio.sleep(1)
    return asyncio.get_running_loop().time(), asyncio.current_task().get_name()

with asyncio.Runner() as r:
    print(r.run(tm()), r.run(tm()))
    print(r.run(setv('a')), r.run(setv('b')), var.get())
    loop = r.get_loop()
    print(loop, loop.is_running())
    async def leave(): 
        global t
        t = asyncio.create_task(tick())
        await asyncio.sleep(0.5)
    async def tick():
        try:
            for i in range(100):
                print('tick', i, asyncio.get_running_loop().time())
                await asyncio.sleep(1)
        except asyncio.CancelledError:
            print('tick cancelled')
            raise
    r.run(leave())
    print('between runs', t.done())
    print(r.run(tm()))
    ctx = contextvars.copy_context()
    print(r.run(setv('in ctx'), context=ctx), ctx[var], r.run(setv('c')))
    try:
        r.run(5)
    except TypeError as e:
        print(e)
print(loop.is_closed(), t.cancelled())
c = tm()
try:
    r.run(c)
except RuntimeError as e:
    print(e)
c.close()
r.close()
try:
    with r: pass
except RuntimeError as e:
    print(e)
r2 = asyncio.Runner(debug=True)
print(r2.get_loop().get_debug())
async def inner():
    c = tm()
    try:
        r2.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
r2.run(inner())
r2.close()
def factory():
    print('factory')
    return asyncio.new_event_loop()
with asyncio.Runner(loop_factory=factory) as r3:
    print(r3.run(tm()))
try:
    with asyncio.Runner() as r4:
        async def bad(): raise KeyError('k')
        r4.run(bad())
except KeyError as e:
    print(repr(e))
with asyncio.Runner() as r5: pass
print('unused runner')
