import asyncio
async def w(t, fail=None, name=''):
    try:
        await asyncio.sleep(t)
        if fail: raise fail
        return t
    except asyncio.CancelledError as e: print('  cancelled', name, e.args, asyncio.get_running_loop().time()); raise
def show(e, d=1):
    print('  ' * d + repr(e), '| cause', repr(e.__cause__), '| ctx', repr(e.__context__), e.__suppress_context__)
    for x in getattr(e, 'exceptions', ()): show(x, d + 1)
async def attempt(label, fn):
    loop = asyncio.get_running_loop(); t0 = loop.time()
    try: print(label, '->', await fn())
    except BaseException as e: print(label); show(e)
    print('   ', round(loop.time() - t0, 6), asyncio.current_task().cancelling())
async def main():
    loop = asyncio.get_running_loop()
    async def errors():
        tg = asyncio.TaskGroup(); print(tg); c = w(0)
        try: tg.create_task(c)
        except RuntimeError as e: print(e, c.cr_frame)
        async with tg:
            print(tg); t = tg.create_task(w(1), name='n'); print(tg, t.get_name())
            try: await tg.__aenter__()
            except RuntimeError as e: print(e)
        print(tg)
        try: tg.create_task(w(0))
        except RuntimeError as e: print(e)
        try:
            async with tg: pass
        except RuntimeError as e: print(e)
    async def aborting():
        async with asyncio.TaskGroup() as tg:
            async def fail():
                raise ValueError('first')
            async def late():
                try: await asyncio.sleep(5)
                finally:
                    try: tg.create_task(w(1))
                    except RuntimeError as e: print(e)
            tg.create_task(late()); tg.create_task(fail()); await asyncio.sleep(9)
    async def body_fails():
        async with asyncio.TaskGroup() as tg: tg.create_task(w(5, name='kid')); await asyncio.sleep(1); raise KeyError('body')
    async def both():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w(1, ValueError('child')))
            try: await asyncio.sleep(5)
            except asyncio.CancelledError: raise KeyError('body after')
    async def cleanup_fails():
        async def kid():
            try: await asyncio.sleep(5)
            finally: raise OSError('cleanup')
        async with asyncio.TaskGroup() as tg: tg.create_task(kid()); tg.create_task(w(1, ValueError('v')))
    async def child_cancelled():
        async with asyncio.TaskGroup() as tg: a = tg.create_task(w(5, name='a')); tg.create_task(w(2)); await asyncio.sleep(1); a.cancel('one')
        return a.cancelled()
    async def body_cancelled_error():
        async with asyncio.TaskGroup() as tg: tg.create_task(w(5, name='kid')); await asyncio.sleep(0); raise asyncio.CancelledError('raised by hand')
    for fn in (errors, aborting, body_fails, both, cleanup_fails, child_cancelled, body_cancelled_error): await attempt(fn.__name__, fn)
asyncio.run(main())
