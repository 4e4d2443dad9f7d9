import asyncio

def strip(x):
    import re; return re.sub(r' at 0x\w+', '', str(x))

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue(2); print(strip(repr(q)), q, q.maxsize, q.empty(), q.full(), q.qsize())
    log = []
    async def putter(x):
        try: await q.put(x); log.append(('put', x, loop.time()))
        except BaseException as e: log.append(('put', x, repr(e))); raise
    async def getter(n):
        try: x = await q.get(); log.append(('got', n, x, loop.time()))
        except BaseException as e: log.append(('get', n, repr(e))); raise
    ps = [asyncio.create_task(putter(i)) for i in range(4)]; await asyncio.sleep(0); print(q, strip(repr(q)), log); log.clear()
    print(q.get_nowait(), q.get_nowait(), q); await asyncio.sleep(0); print(log, q); log.clear()
    for f in (lambda: q.put_nowait(9), lambda: (q.get_nowait(), q.get_nowait(), q.get_nowait())):
        try: f()
        except Exception as e: print(type(e).__name__, repr(e))
    # a woken getter is cancelled: the next gets the item
    a, b = [asyncio.create_task(getter(x)) for x in 'ab']; await asyncio.sleep(0); print(q)
    q.put_nowait('item'); a.cancel(); await asyncio.wait([a, b], timeout=1); print(log, q); log.clear()
    # overtaking: the item is taken before the woken getter runs
    a = asyncio.create_task(getter('a')); await asyncio.sleep(0); q.put_nowait(1); print(q.get_nowait()); await asyncio.sleep(0); print(a.done(), q); q.put_nowait(2); await a; print(log); log.clear()
    # a woken putter is cancelled
    q = asyncio.Queue(1); q.put_nowait(0); a, b = [asyncio.create_task(putter(x)) for x in 'ab']; await asyncio.sleep(0)
    q.get_nowait(); a.cancel(); await asyncio.sleep(0); await asyncio.sleep(0); print(log, q); log.clear()
    # task_done and join
    q = asyncio.Queue(); await q.join(); print('join of an empty queue'); q.put_nowait(1); q.put_nowait(2)
    async def joiner(): await q.join(); log.append(('joined', loop.time()))
    j = asyncio.create_task(joiner()); await asyncio.sleep(0); q.get_nowait(); q.task_done(); print(q._unfinished_tasks, strip(repr(q))); q.get_nowait(); print(j.done()); loop.call_later(1, q.task_done); await j; print(log)
    try: q.task_done()
    except ValueError as e: print(e)
    for args in ((), (0,), (-1,)): print(asyncio.Queue(*args).full(), asyncio.Queue(*args).maxsize)
    print(asyncio.Queue[int], asyncio.QueueFull.__mro__[1].__name__, asyncio.QueueEmpty.__mro__[1].__name__, asyncio.QueueShutDown.__mro__[1].__name__)
    pq = asyncio.PriorityQueue(); [pq.put_nowait(x) for x in (3, 1, 2)]; print(pq, pq.get_nowait(), pq.get_nowait()); pq.put_nowait((1, 'a')) if False else None
    try: pq.put_nowait('x')
    except TypeError as e: print(e, pq.qsize(), pq._unfinished_tasks)
    lq = asyncio.LifoQueue(2); [lq.put_nowait(x) for x in 'ab']; print(lq, lq.full(), await lq.get(), await lq.get())
    try: await asyncio.wait_for(lq.get(), 1)
    except TimeoutError: print('timeout', lq, len(lq._getters))

asyncio.run(main())
