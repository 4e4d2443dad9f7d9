# python: 3.6
# Recorded from CPython 3.6: wait_for of a task that does not let itself be cancelled.
import asyncio
async def stubborn(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print('asked', n)
        await asyncio.sleep(1)
        print('stopped', n)
        return 'late'
async def fails():
    try: await asyncio.sleep(10)
    finally: raise KeyError('own')
async def who(): return 1
async def main():
    loop = asyncio.get_event_loop()
    t0 = loop.time()
    for timeout in (1, 0):
        for f in (stubborn, ):
            try: print('result', await asyncio.wait_for(f(timeout), timeout))
            except asyncio.TimeoutError as e: print('timeout', repr(e.__cause__), round(loop.time() - t0, 1))
    try: await asyncio.wait_for(fails(), 1)
    except BaseException as e: print(type(e).__name__, round(loop.time() - t0, 1))
    print(await asyncio.wait_for(who(), 1))
    t = asyncio.ensure_future(asyncio.wait_for(stubborn('c'), 5))
    await asyncio.sleep(0.5)
    t.cancel()
    try: print(await t)
    except asyncio.CancelledError: print('cancelled', round(loop.time() - t0, 1))
    await asyncio.sleep(3)
asyncio.get_event_loop().run_until_complete(main())
