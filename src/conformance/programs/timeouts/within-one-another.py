"""Timeouts inside one another, moved, expired while others are pending, and mixed with task groups and cancellation from outside."""
import asyncio
def now(): return round(asyncio.get_running_loop().time() - T0, 3)
async def main():
    global T0
    T0 = asyncio.get_running_loop().time()
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner: await asyncio.sleep(5)
            except TimeoutError: print('inner', now(), inner.expired(), outer.expired(), asyncio.current_task().cancelling())
            await asyncio.sleep(5)
    except TimeoutError: print('outer', now(), outer.expired())
    try:
        async with asyncio.timeout(1) as outer:
            async with asyncio.timeout(1) as inner: await asyncio.sleep(5)
    except TimeoutError as e: print('same', now(), inner.expired(), outer.expired(), repr(e.__cause__), repr(e.__context__))
    async with asyncio.timeout(0.5) as t:
        print(t, t.when() is not None)
        t.reschedule(t.when() + 1); await asyncio.sleep(1); t.reschedule(None); await asyncio.sleep(3); print(t.when(), t)
    try: t.reschedule(1)
    except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout(5) as t:
            t.reschedule(asyncio.get_running_loop().time() - 1)
            await asyncio.sleep(0); print('not reached?')
            await asyncio.sleep(1)
    except TimeoutError: print('moved to the past', now())
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(9)); tg.create_task(asyncio.sleep(8))
    except TimeoutError: print('group', now(), asyncio.current_task().cancelling())
    async def child():
        try: await asyncio.sleep(9)
        except asyncio.CancelledError: raise OSError('clean up') from None
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg: tg.create_task(child())
    except* OSError as eg: print('eg', eg.exceptions, now(), asyncio.current_task().cancelling())
    except* TimeoutError as eg: print('to', eg.exceptions)
    async def victim():
        try:
            async with asyncio.timeout(1): await asyncio.sleep(5)
        except asyncio.CancelledError as e: print('cancelled', e.args, now(), asyncio.current_task().cancelling()); raise
        except TimeoutError: print('timeout', asyncio.current_task().cancelling()); raise
    v = asyncio.create_task(victim()); await asyncio.sleep(0.5); v.cancel('out')
    try: await v
    except asyncio.CancelledError as e: print('main sees', e.args)
    v = asyncio.create_task(victim()); await asyncio.sleep(1)
    asyncio.get_running_loop().call_soon(v.cancel)
    try: await v
    except BaseException as e: print('both', repr(e), v.cancelling())
    try:
        async with asyncio.timeout(1) as t:
            try: await asyncio.sleep(5)
            finally: raise ValueError('in finally')
    except ValueError as e: print(repr(e), repr(e.__context__), t.expired())
    async with asyncio.timeout(1) as t:
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: print('swallowed')
    print(t.expired(), t)
    for x in (None, 0, -1):
        try:
            async with asyncio.timeout(x) as t: print('in', x); await asyncio.sleep(0.01)
            print('through')
        except TimeoutError: print('over', x)
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + 1): await asyncio.sleep(0.5)
    try:
        async with t: pass
    except RuntimeError as e: print(e)
    t = asyncio.Timeout(None); print(t)
    try: t.reschedule(5)
    except RuntimeError as e: print(e)
    with_expired = asyncio.timeout(0)
    print(with_expired.expired(), with_expired)
asyncio.run(main())
try: asyncio.timeout(1)
except RuntimeError as e: print(e)
