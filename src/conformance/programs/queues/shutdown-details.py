import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = []
    async def run(label, aw):
        try: log.append((label, await aw))
        except BaseException as e: log.append((label, repr(e)))
    async def drain():
        await asyncio.sleep(0); await asyncio.sleep(0); print(log); log.clear()
    for immediate in (False, True):
        for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
            q = cls(2); print(cls.__name__, immediate)
            g = [asyncio.create_task(run(f'g{i}', q.get())) for i in range(2)]; await asyncio.sleep(0)
            q.shutdown(immediate); print(q); await drain()
            q = cls(2); q.put_nowait(1); q.put_nowait(2)
            p = [asyncio.create_task(run(f'p{i}', q.put(i))) for i in range(2)]; j = asyncio.create_task(run('join', q.join())); await asyncio.sleep(0)
            q.shutdown(immediate=immediate); print(q, q.qsize(), q._unfinished_tasks); await drain()
            for f in (lambda: q.put_nowait(5), q.get_nowait, q.get_nowait, q.get_nowait):
                try: print(f())
                except Exception as e: print(repr(e))
            await run('get', q.get()); await run('put', q.put(1)); print(log, j.done()); log.clear()
            for _ in range(2):
                try: q.task_done()
                except ValueError as e: print(e)
            await drain(); q.shutdown(); q.shutdown(True); print(q)
    # immediate after gentle, with items left and unfinished work
    q = asyncio.Queue(); [q.put_nowait(i) for i in range(4)]; q.get_nowait(); j = asyncio.create_task(run('join', q.join())); await asyncio.sleep(0)
    q.shutdown(); await drain(); print(q, j.done()); q.shutdown(immediate=True); print(q, q._unfinished_tasks); await drain(); q.task_done(); await drain(); print(j.done(), q)
    async def consumer(n):
        try:
            while True:
                x = await q.get(); log.append((n, x)); await asyncio.sleep(1); q.task_done()
        except asyncio.QueueShutDown: log.append((n, 'shut', loop.time()))
    q = asyncio.Queue(2)
    async with asyncio.TaskGroup() as tg:
        for n in 'ab': tg.create_task(consumer(n))
        for i in range(5): await q.put(i)
        q.shutdown()
    print(log, loop.time())

asyncio.run(main())
