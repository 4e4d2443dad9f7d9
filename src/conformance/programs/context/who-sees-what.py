"""Context variables across tasks, callbacks, groups, gathers, generators and contexts of one's own."""
import asyncio, contextvars
v = contextvars.ContextVar('v', default='none')
log = []
async def show(name): log.append((name, v.get())); v.set(name); await asyncio.sleep(0); log.append((name + ' later', v.get()))
async def gen():
    while True: v.set('gen'); yield v.get()
async def main():
    v.set('main'); loop = asyncio.get_running_loop()
    await show('awaited'); print(log, v.get()); log.clear()
    await asyncio.create_task(show('task')); await asyncio.gather(show('g1'), show('g2')); print(log, v.get()); log.clear()
    async with asyncio.TaskGroup() as tg: tg.create_task(show('tg'))
    await asyncio.wait_for(show('wf'), 5); await asyncio.shield(show('sh')); print(log, v.get()); log.clear()
    ctx = contextvars.copy_context(); ctx.run(v.set, 'own')
    await asyncio.create_task(show('in own'), context=ctx); print(log, ctx[v], v.get()); log.clear()
    async with asyncio.TaskGroup() as tg: tg.create_task(show('tg own'), context=ctx)
    print(log, ctx[v]); log.clear()
    loop.call_soon(lambda: (log.append(v.get()), v.set('callback'))); v.set('changed'); await asyncio.sleep(0); print(log, v.get()); log.clear()
    loop.call_later(0.1, lambda: log.append(v.get()), context=ctx); await asyncio.sleep(0.2); print(log); log.clear()
    g = gen(); print(await anext(g), v.get()); await g.aclose()
    token = v.set('tok'); v.reset(token); print(v.get(), token.old_value == 'gen', token.var is v)
    t = asyncio.create_task(show('x')); 
    try: v.reset(contextvars.copy_context().run(v.set, 'other'))
    except ValueError as e: print(str(e).split(' at ')[0][:40])
    await t; print(t.get_context()[v], t.get_context() is not ctx)
    f = loop.create_future(); f.add_done_callback(lambda f: log.append(('cb', v.get()))); v.set('z'); f.add_done_callback(lambda f: log.append(('cb2', v.get())), context=ctx); f.set_result(0); await asyncio.sleep(0); print(log[-2:])
    with_eager = asyncio.Task(show('eager'), loop=loop, eager_start=True); print(v.get(), with_eager.get_context()[v]); await with_eager
asyncio.run(main()); print(v.get())
