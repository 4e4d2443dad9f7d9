import asyncio
async def leaf(n):
    print('leaf', n, asyncio.current_task().get_name())
    if n % 2: await asyncio.sleep(0)
    print('leaf end', n, asyncio.current_task().get_name())
    return n

async def tree(depth):
    name = asyncio.current_task().get_name()
    if depth == 0: return await leaf(depth)
    t = asyncio.create_task(tree(depth - 1), name=f'd{depth - 1}', eager_start=True)
    print('back in', name, asyncio.current_task().get_name(), t.done())
    r = await t
    return r + 1

async def canceller(target):
    print('cancel', target.cancel('by child'))

async def parent():
    me = asyncio.current_task()
    asyncio.create_task(canceller(me), eager_start=True)
    print('must cancel', me._must_cancel, me.cancelling())
    try: await asyncio.sleep(1)
    except asyncio.CancelledError as e: print('parent', e)

async def raises_base():
    raise KeyboardInterrupt('eager ki')

async def main():
    print(await tree(3))
    print(await asyncio.gather(*(asyncio.create_task(leaf(i), eager_start=True, name=f'g{i}') for i in range(3))))
    await asyncio.create_task(parent(), eager_start=True)
    log = []
    def cb(t): log.append(('cb', t.result(), asyncio.current_task()))
    t = asyncio.create_task(leaf(2), eager_start=True, name='cb')
    t.add_done_callback(cb); print(log); await asyncio.sleep(0); print(log)
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, 'soon')
    async def o(): order.append('eager'); await asyncio.sleep(0); order.append('eager2')
    loop.create_task(o(), eager_start=True)
    loop.create_task(o())
    order.append('main')
    await asyncio.sleep(0); await asyncio.sleep(0); print(order)
    try: asyncio.create_task(raises_base(), eager_start=True, name='ki')
    except KeyboardInterrupt as e: print('raised out of the constructor', e)
    def factory(loop, coro, **kw):
        print('factory', sorted(kw), kw.get('name'))
        return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(factory)
    asyncio.create_task(leaf(0)); asyncio.create_task(leaf(0), name='N'); asyncio.ensure_future(leaf(0))
    await asyncio.gather(leaf(4), leaf(6))
    try: loop.set_task_factory('no')
    except TypeError as e: print(e)

asyncio.run(main())
loop = asyncio.new_event_loop()
loop.set_task_factory(asyncio.eager_task_factory)
t = loop.create_task(leaf(8)); print('lazy outside', t)
print(loop.run_until_complete(t)); loop.close()
