import asyncio, contextvars, sys
sys.stderr = sys.stdout
v = contextvars.ContextVar('v', default=0)

def show(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

async def inc(): v.set(v.get() + 1); return v.get()
async def get(): return v.get()

with asyncio.Runner() as r:
    print(r.run(inc()), r.run(inc()), v.get(), r.get_loop() is r.get_loop(), r.get_loop().get_debug())
    ctx = contextvars.copy_context(); print(r.run(inc(), context=ctx), r.run(inc(), context=ctx), ctx[v], r.run(get()))
    async def nested():
        c = get()
        show(r.run, c); c2 = get(); show(asyncio.run, c2); c.close(); c2.close()
    r.run(nested())
    show(r.run, 5); show(r.run, get); show(r.run, None)
    class Aw:
        def __await__(self): yield; return 'awaitable'
    show(r.run, Aw())
    f = r.get_loop().create_future(); r.get_loop().call_later(1, f.set_result, 'fut'); show(r.run, f); print(r.get_loop().time())
c = get(); show(r.run, c); c.close(); show(r.get_loop); show(r.close); show(r.__enter__)
r = asyncio.Runner(); r.close(); show(r.get_loop)
made = []
def factory(): made.append(asyncio.new_event_loop()); return made[-1]
with asyncio.Runner(loop_factory=factory, debug=True) as r:
    print(made); print(r.run(get()), r.get_loop() is made[0], made[0].get_debug()); show(asyncio.get_event_loop) 
print(made)
print(asyncio.run(get(), loop_factory=factory, debug=False), len(made), made[1].is_closed())
show(asyncio.get_event_loop)
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop); print(asyncio.get_event_loop() is loop); asyncio.run(get()); show(asyncio.get_event_loop)
asyncio.set_event_loop(loop); asyncio.run(get(), loop_factory=asyncio.new_event_loop); print(asyncio.get_event_loop() is loop); loop.close(); asyncio.set_event_loop(None)
# order of shutdown: main, tasks, async generators
async def agen():
    try: yield 1; yield 2
    finally: await asyncio.sleep(1); print('agen closed', asyncio.get_running_loop().time())
async def background(name, extra, fail=None):
    try: await asyncio.sleep(100)
    except asyncio.CancelledError as e: print(name, 'cancelled', e.args); await asyncio.sleep(extra); print(name, 'ends', asyncio.get_running_loop().time())
    if fail: raise fail
    return 'result'
async def main(fail):
    global g, keep
    g = agen(); await anext(g); keep = asyncio.create_task(background('bg', 2, fail), name='bg'); await asyncio.sleep(0)
    def handler(loop, ctx): print('handler', ctx['message'], repr(ctx.get('exception')), ctx.get('task'))
    asyncio.get_running_loop().set_exception_handler(handler)
    if fail: raise ValueError('main')
    return 'main result'
show(asyncio.run, main(None)); print(keep)
show(asyncio.run, main(KeyError('bg'))); print(keep)
