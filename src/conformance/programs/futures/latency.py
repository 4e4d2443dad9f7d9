import asyncio

async def main():
    loop = asyncio.get_running_loop()
    n = 0
    def tick():
        nonlocal n
        n += 1
        if not stop: loop.call_soon(tick)
    stop = False
    async def measure(name, aw):
        nonlocal n, stop
        await asyncio.sleep(0)
        n, stop = 0, False
        loop.call_soon(tick)
        try:
            await aw()
        except TimeoutError:
            name += ' TimeoutError'
        print(name, n)
        stop = True
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    async def empty(): pass
    async def group(k):
        async with asyncio.TaskGroup() as tg:
            for _ in range(k): tg.create_task(empty())
    async def tmo(d):
        async with asyncio.timeout(d): await asyncio.sleep(5)
    def set_soon():
        f = loop.create_future()
        loop.call_soon(f.set_result, 1)
        return f
    await measure('sleep(0)', lambda: asyncio.sleep(0))
    await measure('coroutine', empty)
    await measure('task(empty)', lambda: asyncio.create_task(empty()))
    await measure('task(sleep 0)', lambda: asyncio.create_task(asyncio.sleep(0)))
    await measure('future', set_soon)
    await measure('gather()', lambda: asyncio.gather())
    await measure('gather(empty)', lambda: asyncio.gather(empty()))
    await measure('gather(empty, empty)', lambda: asyncio.gather(empty(), empty()))
    await measure('gather(future)', lambda: asyncio.gather(set_soon()))
    await measure('wait([task])', lambda: asyncio.wait([asyncio.create_task(empty())]))
    await measure('wait([done])', lambda: asyncio.wait([f for f in [loop.create_future()] if not f.set_result(1)]))
    await measure('shield(empty)', lambda: asyncio.shield(empty()))
    await measure('wait_for(empty)', lambda: asyncio.wait_for(empty(), 1))
    await measure('wait_for(task)', lambda: asyncio.wait_for(asyncio.create_task(empty()), 1))
    await measure('wait_for(coro, 0)', lambda: asyncio.wait_for(empty(), 0))
    await measure('TaskGroup 0', lambda: group(0))
    await measure('TaskGroup 1', lambda: group(1))
    await measure('TaskGroup 5', lambda: group(5))
    await measure('timeout(0)', lambda: tmo(0))
    await measure('timeout(-1)', lambda: tmo(-1))
    await measure('lock', asyncio.Lock().acquire)
    q = asyncio.Queue()
    await measure('put', lambda: q.put(1))
    await measure('get', q.get)

asyncio.run(main())
