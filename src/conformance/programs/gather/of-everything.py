"""gather of coroutines, tasks, futures, duplicates and awaitables of one's own; of nothing; inside of another; its repr and its loop."""
import asyncio
class Own:
    def __init__(self, v): self.v = v
    def __await__(self): yield; return self.v
async def job(n, fail=False):
    await asyncio.sleep(n / 10)
    if fail: raise ValueError(n)
    return n
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future(); loop.call_later(0.1, f.set_result, 'f')
    t = asyncio.create_task(job(2)); c = job(1)
    print(await asyncio.gather(t, f, c, t, Own('own'), f, c))
    e = asyncio.gather(); print(e, e.done()); print(await e)
    print(await asyncio.gather(asyncio.gather(job(1), job(2)), asyncio.gather(), job(0)))
    print(await asyncio.gather(job(1), job(2, True), job(3, True), return_exceptions=True))
    inner = asyncio.gather(job(1, True), job(5))
    print([repr(x) for x in await asyncio.gather(inner, job(2), return_exceptions=True)])
    g = asyncio.gather(job(1), job(9)); print(str(g)[:26], g.get_loop() is loop)
    g.cancel('enough')
    try: await g
    except asyncio.CancelledError as e: print('cancelled', e.args, g.cancelled(), g.done())
    print(type(g.exception()).__name__ if not g.cancelled() else 'c')
    ts = [asyncio.create_task(job(n, n == 2)) for n in (1, 2, 9)]
    g = asyncio.gather(*ts)
    try: await g
    except ValueError as e: print('first', e, [t.done() for t in ts], g.cancel(), ts[2].cancelling())
    ts[2].cancel()
    k = asyncio.create_task(job(9)); g = asyncio.gather(k, job(1), return_exceptions=True); await asyncio.sleep(0); k.cancel('one')
    print([repr(x) for x in await g])
    k = asyncio.create_task(job(9)); g = asyncio.gather(k, job(1)); await asyncio.sleep(0); k.cancel('one')
    try: await g
    except asyncio.CancelledError as e: print(e.args, g.cancelled())
    for bad in (5, None, [job], job):
        try: await asyncio.gather(bad)
        except TypeError as e: print(e)
    done = loop.create_future(); done.set_exception(KeyError('k'))
    g = asyncio.gather(done, job(0)); print(g.done())
    try: await g
    except KeyError as e: print(repr(e))
asyncio.run(main())
