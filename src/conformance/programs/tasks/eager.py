import asyncio

async def sync_only(x):
    print('run', x, asyncio.current_task().get_name())
    return x

async def suspends(x):
    print('before', x)
    await asyncio.sleep(0)
    print('after', x)
    return x

async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(sync_only('lazy'), name='lazy')
    print(t.done())
    await t
    loop.set_task_factory(asyncio.eager_task_factory)
    t = asyncio.create_task(sync_only('eager'), name='eager')
    print(t.done(), t.result(), t.get_coro(), asyncio.current_task().get_name())
    t.add_done_callback(lambda t: print('callback'))
    u = asyncio.create_task(suspends('s'))
    print(u.done())
    print(await u)
    print(await asyncio.gather(sync_only(1), suspends(2), sync_only(3)))
    async def fails():
        raise ValueError('eager failure')
    f = asyncio.create_task(fails())
    print(f.done(), repr(f.exception()))
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(sync_only('tg'))
        print('in group', a.done())
        tg.create_task(suspends('tg2'))
    loop.set_task_factory(None)
    e = asyncio.create_task(sync_only('kw'), eager_start=True)
    print(e.done())
    e = asyncio.Task(suspends('ctor'), loop=loop, eager_start=True, name='ctor')
    print(e.get_name(), e.done())
    await e
    def factory(loop, coro, **kw):
        print('factory', sorted(kw))
        return asyncio.Task(coro, loop=loop, **kw)
    loop.set_task_factory(factory)
    print(await asyncio.create_task(sync_only('made'), name='made'))
    print(loop.get_task_factory() is factory)

asyncio.run(main())
