import asyncio, contextvars
v = contextvars.ContextVar('v', default=0)

async def now(x): return (x, asyncio.current_task().get_name())
async def fails(): raise ValueError('eager')
async def waits(x):
    print('started', x, asyncio.current_task().get_name(), sorted(t.get_name() for t in asyncio.all_tasks()))
    await asyncio.sleep(1)
    return x
async def sets(): v.set(v.get() + 1); await asyncio.sleep(0); return v.get()
async def cancels_self():
    asyncio.current_task().cancel('me')
    await asyncio.sleep(0)
async def returns_cancelled():
    asyncio.current_task().cancel('r')
    return 5

async def main():
    loop = asyncio.get_running_loop()
    me = asyncio.current_task()
    t = asyncio.create_task(now(1), eager_start=True, name='e')
    print(t, t.done(), t.result(), t.get_coro(), asyncio.current_task() is me)
    t = asyncio.create_task(now(2), eager_start=False); print(t.done(), await t)
    t = asyncio.create_task(fails(), eager_start=True); print(t)
    try: await t
    except ValueError as e: print('caught', e)
    t = asyncio.create_task(waits('w'), eager_start=True, name='W'); print(t)
    print(await t, t.get_coro() is None)
    print(await asyncio.create_task(sets(), eager_start=True), v.get())
    ctx = contextvars.copy_context()
    print(await asyncio.create_task(sets(), eager_start=True, context=ctx), v.get(), ctx[v])
    t = asyncio.create_task(cancels_self(), eager_start=True); print(t, t._must_cancel)
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    t = asyncio.create_task(returns_cancelled(), eager_start=True); print(t, t.cancelled())
    loop.set_task_factory(asyncio.eager_task_factory)
    print(loop.get_task_factory() is asyncio.eager_task_factory)
    g = asyncio.gather(now('a'), now('b')); print(g.done(), await g)
    g = asyncio.gather(now('a'), fails(), return_exceptions=True); print(g.done(), await g)
    done, pending = await asyncio.wait([asyncio.create_task(now('c')), asyncio.create_task(waits('d'))], return_when='FIRST_COMPLETED')
    print(len(done), len(pending))
    async with asyncio.TaskGroup() as tg:
        x = tg.create_task(now('tg'), name='tgname'); print(x.done(), tg)
        y = tg.create_task(waits('tg2'))
    print(x.result(), y.result(), loop.time())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(waits('sib')); tg.create_task(fails())
            print('body goes on', me.cancelling(), tg)
            await asyncio.sleep(5)
    except* ValueError as eg: print(repr(eg), me.cancelling())
    class T(asyncio.Task): pass
    loop.set_task_factory(asyncio.create_eager_task_factory(lambda *a, **k: T(*a, **k)))
    t = loop.create_task(now('custom')); print(type(t).__name__, t.done(), t)
    print(asyncio.shield(now('s')).done(), await asyncio.wait_for(now('wf'), 1))
    print(sorted([(await f)[0] for f in asyncio.as_completed([now(1), now(2)])]))
    loop.set_task_factory(None)
    print(loop.get_task_factory(), [t.get_name() for t in asyncio.all_tasks() if t is not me])

asyncio.run(main())
