import asyncio

async def main():
    loop = asyncio.get_running_loop()
    ev = asyncio.Event(); print(ev, ev.is_set())
    log = []
    async def w(n):
        r = await ev.wait(); log.append((n, r, ev.is_set(), loop.time()))
    ts = [asyncio.create_task(w(i)) for i in range(3)]; await asyncio.sleep(0); print(ev)
    ev.set(); ev.clear(); print(ev, ev._waiters and len(ev._waiters)); await asyncio.sleep(0); print(log, ev); log.clear()
    ev.set(); ev.set(); print(await ev.wait(), ev)
    ev.clear(); t = asyncio.create_task(w('c')); u = asyncio.create_task(w('d')); await asyncio.sleep(0); t.cancel(); ev.set(); await asyncio.wait([t, u]); print(log, t.cancelled()); log.clear()
    ev.clear(); t = asyncio.create_task(w('e')); await asyncio.sleep(0); ev.set(); t.cancel('after set'); await asyncio.wait([t]); print(log, t.cancelled(), t.cancelling()); log.clear()
    ev.clear(); t = asyncio.create_task(w('f')); await asyncio.sleep(0); t.cancel(); ev.clear(); await asyncio.sleep(0); print(ev)
    loop.call_later(1, ev.set); print(await ev.wait(), loop.time())
    try: await asyncio.wait_for(asyncio.Event().wait(), 1)
    except TimeoutError: print('timeout', loop.time())
    # set from several callbacks, waiters of one instant in order
    ev = asyncio.Event(); ts = [asyncio.create_task(w(i)) for i in range(4)]; await asyncio.sleep(0)
    loop.call_soon(ev.set); loop.call_soon(lambda: log.append('between')); loop.call_soon(ev.clear); await asyncio.gather(*ts); print(log)
    # iterations from set to resume
    n = 0
    def tick():
        nonlocal n, h; n += 1; h = loop.call_soon(tick)
    h = loop.call_soon(tick); ev = asyncio.Event()
    async def measure():
        await ev.wait(); return n
    t = asyncio.create_task(measure()); await asyncio.sleep(0); await asyncio.sleep(0); before = n; ev.set(); print('iterations', await t - before); h.cancel()
    print(ev._loop is loop, asyncio.Event()._loop)
    return asyncio.Event()

ev = asyncio.run(main())
async def use(wait):
    if wait:
        asyncio.get_running_loop().call_soon(ev.set)
        try: print(await ev.wait())
        except RuntimeError as e: print(str(e).split(' at ')[0], str(e)[-38:])
    ev.clear()
asyncio.run(use(True)); asyncio.run(use(True)); asyncio.run(use(False))
for cls in (asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Queue):
    try: cls(loop=None)
    except TypeError as e: print(e)
