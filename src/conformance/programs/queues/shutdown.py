import asyncio

async def main():
    q = asyncio.Queue(2)
    q.put_nowait(1); q.put_nowait(2)
    async def put(x):
        try:
            await q.put(x)
        except asyncio.QueueShutDown as e:
            print('put', x, repr(e))
    async def get(n):
        try:
            while True:
                print('got', n, await q.get())
        except asyncio.QueueShutDown as e:
            print('get', n, repr(e))
    p = asyncio.create_task(put(3))
    await asyncio.sleep(0)
    q.shutdown()
    await p
    try:
        q.put_nowait(5)
    except asyncio.QueueShutDown as e:
        print(repr(e))
    await get('x')
    print(str(q))
    q = asyncio.Queue()
    gs = [asyncio.create_task(get(i)) for i in range(2)]
    await asyncio.sleep(0)
    q.put_nowait('last')
    q.shutdown()
    await asyncio.gather(*gs)
    q = asyncio.Queue()
    for i in range(3): q.put_nowait(i)
    j = asyncio.create_task(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    await j
    print('joined', q.qsize())
    for f in (q.get_nowait, lambda: q.put_nowait(1)):
        try:
            f()
        except asyncio.QueueShutDown as e:
            print(repr(e))
    q.shutdown()
    print(issubclass(asyncio.QueueShutDown, Exception), str(q))
    async def worker(q):
        try:
            while True:
                x = await q.get()
                await asyncio.sleep(1)
                print('worked', x, asyncio.get_running_loop().time())
        except asyncio.QueueShutDown:
            print('worker ends')
    q = asyncio.Queue()
    async with asyncio.TaskGroup() as tg:
        for _ in range(2): tg.create_task(worker(q))
        for i in range(4): await q.put(i)
        q.shutdown()

asyncio.run(main())
