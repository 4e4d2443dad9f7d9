import asyncio
async def attempt(label, fn):
    loop = asyncio.get_running_loop(); t0 = loop.time()
    try: print(label, '->', await fn(), end=' ')
    except BaseException as e: print(label, repr(e), '| cause', repr(e.__cause__), '| ctx', repr(e.__context__), end=' ')
    print(round(loop.time() - t0, 6), asyncio.current_task().cancelling())
async def main():
    loop = asyncio.get_running_loop()
    async def reprs():
        cm = asyncio.timeout(10); print(cm, cm.when(), cm.expired())
        for f in (lambda: cm.reschedule(1),):
            try: f()
            except RuntimeError as e: print(e)
        async with cm as c2:
            print(cm, c2 is cm, cm.when()); cm.reschedule(None); print(cm, cm.when()); cm.reschedule(loop.time() + 1.23456); print(cm)
            try: await cm.__aenter__()
            except RuntimeError as e: print(e)
            try: await asyncio.sleep(9)
            finally: print('in finally', cm, cm.expired())
    async def after():
        cm = asyncio.timeout(None)
        async with cm: pass
        print(cm, cm.expired())
        for f in (lambda: cm.reschedule(1),):
            try: f()
            except RuntimeError as e: print(e)
        try:
            async with cm: pass
        except RuntimeError as e: print(e)
    async def zero(n):
        async with asyncio.timeout(n) as cm:
            print(cm); await asyncio.sleep(0); print('one turn'); await asyncio.sleep(0); print('two turns')
    async def no_suspend():
        async with asyncio.timeout(-1) as cm: pass
        print(cm, cm.expired()); await asyncio.sleep(0); return asyncio.current_task().cancelling()
    async def swallow():
        async with asyncio.timeout(1) as cm:
            try: await asyncio.sleep(5)
            except asyncio.CancelledError: pass
        return cm.expired(), cm
    async def other_error():
        async with asyncio.timeout(1):
            try: await asyncio.sleep(5)
            except asyncio.CancelledError: raise KeyError('other')
    async def in_group():
        async with asyncio.timeout(1):
            try: await asyncio.sleep(5)
            except asyncio.CancelledError as e: raise BaseExceptionGroup('g', [e, ValueError('v')])
    async def nested(a, b):
        async with asyncio.timeout(a) as out:
            try:
                async with asyncio.timeout(b) as inn: await asyncio.sleep(9)
            except TimeoutError: print('inner timed out', out, inn); raise
    for fn in (reprs, after, lambda: zero(0), lambda: zero(-1), no_suspend, swallow, other_error, in_group, lambda: nested(2, 1), lambda: nested(1, 2), lambda: nested(1, 1)):
        await attempt(getattr(fn, '__name__', '?'), fn)
asyncio.run(main())
try: asyncio.timeout(1).__aenter__().send(None)
except RuntimeError as e: print(e)
