import asyncio

async def worker(name, q, log):
    while True:
        item = await q.get()
        print(name, 'starts', item, asyncio.get_running_loop().time())
        await asyncio.sleep(item)
        log.append((name, item))
        q.task_done()

async def main():
    q, log = asyncio.Queue(), []
    for d in (3, 1, 2, 1, 1): q.put_nowait(d)
    ws = [asyncio.create_task(worker(f'w{i}', q, log)) for i in range(2)]
    t0 = asyncio.get_running_loop().time()
    await q.join()
    print('all done in', asyncio.get_running_loop().time() - t0, log)
    for w in ws: w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*ws, return_exceptions=True)])
    q = asyncio.Queue()
    await q.join()
    print('empty queue joins at once')
    async def producer(n):
        for i in range(3):
            await asyncio.sleep(0.5)
            await q.put((n, i))
        await q.put(None)
    async def consumer():
        stops = 0
        while stops < 2:
            x = await q.get()
            if x is None: stops += 1
            else: print('consumed', x)
            q.task_done()
    await asyncio.gather(producer('a'), producer('b'), consumer())
    await q.join()
    jq = asyncio.Queue()
    jq.put_nowait(1)
    j = asyncio.create_task(jq.join())
    await asyncio.sleep(0)
    jq.get_nowait()
    print('got but not done', j.done())
    jq.task_done()
    await j
    print('joined')
    try:
        jq.put_nowait(1)
        await asyncio.wait_for(jq.join(), 1)
    except TimeoutError:
        print('join timeout')

asyncio.run(main())
