import asyncio

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue(maxsize=2)
    print(q.maxsize, q.qsize(), q.empty(), q.full(), str(q))
    q.put_nowait('a')
    await q.put('b')
    print(q.full(), q.qsize(), str(q))
    try:
        q.put_nowait('c')
    except asyncio.QueueFull as e:
        print(repr(e))
    async def putter(x):
        print('putting', x)
        await q.put(x)
        print('put', x, loop.time())
    ps = [asyncio.create_task(putter(x)) for x in 'cd']
    await asyncio.sleep(1)
    print(str(q))
    for _ in range(4):
        print('got', await q.get(), loop.time())
        await asyncio.sleep(1)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    async def getter(n):
        v = await q.get()
        print('getter', n, v)
    gs = [asyncio.create_task(getter(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(str(q))
    gs[0].cancel()
    q.put_nowait(1); q.put_nowait(2)
    await asyncio.gather(*gs, return_exceptions=True)
    print(str(q))
    for _ in range(6): q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    print('joined')
    try:
        await asyncio.wait_for(q.get(), 1)
    except TimeoutError:
        print('timeout', str(q))
    u = asyncio.Queue()
    for i in range(100): u.put_nowait(i)
    print(u.full(), u.qsize(), [u.get_nowait() for _ in range(3)])
    print(asyncio.Queue(-1).full(), asyncio.Queue(0).maxsize)
    one = asyncio.Queue(1)
    g = asyncio.create_task(one.get())
    await asyncio.sleep(0)
    one.put_nowait('x')
    print('stolen', one.get_nowait(), g.done())
    await asyncio.sleep(0)
    print(g.done())
    one.put_nowait('y')
    print(await g)

asyncio.run(main())
