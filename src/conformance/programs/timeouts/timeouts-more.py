import asyncio
async def main():
    loop = asyncio.get_running_loop()
    async def case(label, co):
        t0 = loop.time(); t = asyncio.create_task(co, name=label)
        try: r = await t
        except BaseException as e: r = (repr(e), repr(e.__cause__), repr(e.__context__))
        print(label, r, round(loop.time() - t0, 6), t.cancelling())
    async def foreign_cancel():
        async with asyncio.timeout(5): asyncio.current_task().cancel('own'); await asyncio.sleep(9)
    async def foreign_and_timeout():
        async with asyncio.timeout(1) as cm:
            loop.call_at(cm.when(), asyncio.current_task().cancel, 'foreign'); await asyncio.sleep(9)
    async def cancel_in_finally():
        async with asyncio.timeout(1):
            try: await asyncio.sleep(9)
            finally: asyncio.current_task().cancel('again'); 
    async def two_timeouts():
        async with asyncio.timeout(1) as a, asyncio.timeout(1) as b: await asyncio.sleep(9)
    async def inner_outer_expired():
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1): await asyncio.sleep(9)
            except TimeoutError: await asyncio.sleep(9)
    async def inside_timeout_error():
        async with asyncio.timeout(5): raise TimeoutError('own')
    async def swallow_then_raise():
        async with asyncio.timeout(1):
            try: await asyncio.sleep(9)
            except asyncio.CancelledError as e: raise RuntimeError('from') from e
    async def context_chain():
        async with asyncio.timeout(1):
            try:
                try: await asyncio.sleep(9)
                finally: raise KeyError('one')
            finally: raise IndexError('two')
    async def reschedule_past():
        async with asyncio.timeout(None) as cm: cm.reschedule(loop.time() - 5); print(cm); await asyncio.sleep(1)
    async def reschedule_after_expiry():
        try:
            async with asyncio.timeout(0) as cm:
                try: await asyncio.sleep(1)
                except asyncio.CancelledError:
                    print(cm, cm.expired())
                    try: cm.reschedule(loop.time() + 9)
                    except RuntimeError as e: print(e)
                    raise
        except TimeoutError: return cm.expired(), repr(cm)
    async def in_a_group():
        async with asyncio.TaskGroup() as tg:
            async def kid():
                async with asyncio.timeout(1): await asyncio.sleep(9)
            tg.create_task(kid(), name='kid')
    async def no_task():
        cm = asyncio.timeout(1); f = loop.create_future()
        def cb():
            try: cm.__aenter__().send(None)
            except RuntimeError as e: f.set_result(str(e))
        loop.call_soon(cb); return await f
    for fn in (foreign_cancel, foreign_and_timeout, cancel_in_finally, two_timeouts, inner_outer_expired, inside_timeout_error, swallow_then_raise, context_chain, reschedule_past, reschedule_after_expiry, in_a_group, no_task): await case(fn.__name__, fn())
asyncio.run(main())
