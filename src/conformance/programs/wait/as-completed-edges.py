"""as_completed: iterating, async iterating, its time-outs, leaving it early and what it refuses."""
import asyncio
async def job(n, fail=False):
    await asyncio.sleep(n)
    if fail: raise ValueError(n)
    return n
async def main():
    tasks = [asyncio.create_task(job(n), name=f't{n}') for n in (3, 1, 2)]
    async for t in asyncio.as_completed(tasks): print(t in tasks, t.get_name(), t.result())
    for c in asyncio.as_completed([job(0.3), job(0.1, True), job(0.2)]):
        try: print(await c)
        except ValueError as e: print('failed', e)
    try:
        async for t in asyncio.as_completed([job(1), asyncio.create_task(job(5), name='slow')], timeout=2): print(await t)
    except TimeoutError as e: print('timeout', repr(e))
    slow = [t for t in asyncio.all_tasks() if t.get_name() == 'slow'][0]
    print(slow.done(), slow.cancelled()); slow.cancel()
    it = iter(asyncio.as_completed([job(1), job(9)], timeout=2))
    print(await next(it))
    try: await next(it)
    except TimeoutError as e: print('late', repr(e), repr(e.__context__))
    try: next(it)
    except StopIteration: print('no more')
    for bad in (job, 5, asyncio.get_running_loop().create_future()):
        try: asyncio.as_completed(bad)
        except TypeError as e: print(e)
    c = job(1)
    try: asyncio.as_completed(c)
    except TypeError as e: print(e)
    c.close()
    print([x async for x in asyncio.as_completed([])], list(asyncio.as_completed([])))
    f = asyncio.get_running_loop().create_future(); f.set_result(7)
    async for x in asyncio.as_completed([f, f]): print(x is f)
    a = asyncio.as_completed([job(0.1), job(0.2)])
    ai = aiter(a)
    first = await anext(ai)
    print(first.result(), ai is a)
    b = iter(a)
    print(await next(b))
    try: await anext(ai)
    except StopAsyncIteration: print('stop')
    async def early():
        async for t in asyncio.as_completed([job(0.1), job(0.2), job(0.3)]): return await t
    print(await early(), len(asyncio.all_tasks()))
    async def waiting():
        for c in asyncio.as_completed([job(5)]):
            try: await c
            except asyncio.CancelledError: print('cancelled while waiting'); raise
    w = asyncio.create_task(waiting()); await asyncio.sleep(0.1); w.cancel()
    try: await w
    except asyncio.CancelledError: print('yes')
    print(len(asyncio.all_tasks()))
asyncio.run(main())
