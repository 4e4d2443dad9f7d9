import asyncio, contextvars
v = contextvars.ContextVar('v', default='default'); w = contextvars.ContextVar('w')

def note(*a): print(*a, v.get())

async def child(name): note('child', name); v.set(name); await asyncio.sleep(0); note('child later', name)

async def agen():
    v.set('in agen'); yield v.get(); v.set('in agen 2'); yield v.get()

async def main():
    loop = asyncio.get_running_loop()
    v.set('main'); await child('inline'); note('after inline')
    await asyncio.create_task(child('task')); note('after task')
    await asyncio.gather(child('g1'), child('g2')); note('after gather')
    await asyncio.wait_for(child('wait_for'), 1); note('after wait_for')
    await asyncio.shield(child('shield')); note('after shield')
    async with asyncio.TaskGroup() as tg: tg.create_task(child('tg'))
    note('after group')
    ctx = contextvars.copy_context(); ctx.run(v.set, 'ctx')
    t = asyncio.create_task(child('own'), context=ctx); print(t.get_context() is ctx); await t; print(ctx[v]); note('after own')
    async with asyncio.TaskGroup() as tg: tg.create_task(child('tg own'), context=ctx)
    h = loop.call_soon(note, 'soon'); print(h.get_context() is not ctx); loop.call_soon(note, 'soon ctx', context=ctx); loop.call_later(0, note, 'later ctx', context=ctx); loop.call_at(loop.time(), note, 'at ctx', context=ctx); loop.call_soon_threadsafe(note, 'ts ctx', context=ctx)
    v.set('changed after scheduling'); await asyncio.sleep(0.1)
    loop.call_soon(v.set, 'lost'); await asyncio.sleep(0); note('callback cannot change')
    ctx2 = contextvars.copy_context(); loop.call_soon(v.set, 'kept', context=ctx2); await asyncio.sleep(0); print(ctx2[v])
    f = loop.create_future(); f.add_done_callback(lambda f: note('done cb')); v.set('before set'); f.set_result(1); await f; await asyncio.sleep(0)
    async for x in agen(): print(x); note('consumer')
    g = agen(); await asyncio.create_task(wrap(g)); note('agen in task'); print(await anext(g)); note('agen here'); await g.aclose()
    token = v.set('token'); v.reset(token); note('reset')
    try: w.get()
    except LookupError as e: print('no w')
    async def reset_elsewhere(tok):
        try: v.reset(tok)
        except ValueError as e: print(str(e)[-33:])
    tok = v.set('x'); await asyncio.create_task(reset_elsewhere(tok)); await reset_elsewhere(tok); note('end')
    # eager tasks run in their own copy
    asyncio.create_task(child('eager'), eager_start=True); note('after eager'); await asyncio.sleep(0)
    def cb():
        asyncio.create_task(child('from callback'))
    loop.call_soon(cb, context=ctx); await asyncio.sleep(0.1)
    # a context is entered once: a task in a context that runs already
    ctx3 = contextvars.copy_context()
    def enter():
        loop.call_soon(note, 'nested?', context=ctx3)
    ctx3.run(enter); await asyncio.sleep(0)
    async with asyncio.timeout(5): v.set('in timeout')
    note('timeout leaks')

async def wrap(g): return await anext(g)
asyncio.run(main()); note('outside')
