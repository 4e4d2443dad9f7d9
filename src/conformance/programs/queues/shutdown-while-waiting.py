"""Queue.shutdown with getters, putters and joiners waiting, at once and gently."""
import asyncio
async def attempt(name, aw, log):
    try: log.append((name, await aw))
    except asyncio.QueueShutDown as e: log.append((name, type(e).__name__, str(e)))
async def main():
    for immediate in (False, True):
        log = []
        q = asyncio.Queue(maxsize=1); q.put_nowait('first')
        ts = [asyncio.create_task(attempt('put1', q.put('second'), log)), asyncio.create_task(attempt('put2', q.put('third'), log)), asyncio.create_task(attempt('join', q.join(), log))]
        await asyncio.sleep(0)
        q.shutdown(immediate=immediate)
        await asyncio.sleep(0.1)
        print(immediate, log, q.qsize(), str(q))
        del log[:]
        await attempt('get', q.get(), log)
        for f in (q.get_nowait, lambda: q.put_nowait(1)):
            try: print(f())
            except (asyncio.QueueShutDown, asyncio.QueueEmpty) as e: print(type(e).__name__)
        try: q.task_done()
        except ValueError as e: print(e)
        await asyncio.sleep(0.1)
        print(log, [t.done() for t in ts])
        for t in ts: t.cancel()
    q = asyncio.Queue(); log = []
    ts = [asyncio.create_task(attempt(n, q.get(), log)) for n in range(3)]
    await asyncio.sleep(0); q.put_nowait('a'); q.shutdown(); await asyncio.gather(*ts); print(log)
    for cls in (asyncio.PriorityQueue, asyncio.LifoQueue):
        q = cls()
        for x in (2, 3, 1): q.put_nowait(x)
        q.shutdown(); q.shutdown()
        print([await q.get() for _ in range(3)], q)
        try: await q.get()
        except asyncio.QueueShutDown: print('down')
asyncio.run(main())
