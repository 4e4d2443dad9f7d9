import asyncio

async def work(fail=False):
    await asyncio.sleep(1)
    if fail: raise ValueError('failed')
    return 'result'

def done(t):
    print('done', t.get_name(), 'cancelled' if t.cancelled() else t.exception() or t.result(), asyncio.get_running_loop().time(), asyncio.current_task())

async def main():
    a = asyncio.create_task(work(), name='a')
    b = asyncio.create_task(work(True), name='b')
    c = asyncio.create_task(work(), name='c')
    for t in (a, b, c):
        t.add_done_callback(done)
    asyncio.get_running_loop().call_later(0.5, c.cancel)
    print(await asyncio.gather(a, b, c, return_exceptions=True))
    a.add_done_callback(lambda t: print('late callback'))
    print('added')
    await asyncio.sleep(0)
    d = asyncio.create_task(work(), name='d')
    def follow_up(t):
        print('follow up')
        t2 = asyncio.create_task(work(), name='from callback')
        t2.add_done_callback(done)
        keep.append(t2)
    keep = []
    d.add_done_callback(follow_up)
    d.add_done_callback(done)
    print(d.remove_done_callback(done), d.remove_done_callback(done))
    await d
    print('d awaited', len(keep))
    await asyncio.sleep(0)
    await keep[0]
    import functools
    def with_args(prefix, t, suffix): print(prefix, t.result(), suffix)
    e = asyncio.create_task(work())
    e.add_done_callback(functools.partial(with_args, 'pre', suffix='suf'))
    await e
    await asyncio.sleep(0)
    background = set()
    for i in range(3):
        t = asyncio.create_task(asyncio.sleep(i, i))
        background.add(t)
        t.add_done_callback(background.discard)
    await asyncio.sleep(5)
    print(len(background))

asyncio.run(main())
