import asyncio, traceback, sys

def lines(e): return [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__) if 'asyncio' not in f.filename]

async def boom(): raise ValueError('b')
async def middle(): await boom()

async def main():
    t = asyncio.create_task(middle()); await asyncio.wait([t])
    print(lines(t.exception()))
    for i in range(3):
        try: t.result()
        except ValueError as e: print(lines(e))
    for i in range(2):
        try: await t
        except ValueError as e: print(lines(e), e is t.exception())
    f = asyncio.Future()
    try: raise KeyError('made here')
    except KeyError as e: exc = e
    f.set_exception(exc)
    for i in range(2):
        try: await f
        except KeyError as e: print(lines(e))
    try: f.result()
    except KeyError as e: print(lines(e))
    g = asyncio.Future(); g.set_exception(ValueError)
    a = b = None
    try: g.result()
    except ValueError as e: a = e
    try: g.result()
    except ValueError as e: b = e
    print(a is b, a.args, lines(a))
    # one exception in two futures
    e = RuntimeError('shared'); x, y = asyncio.Future(), asyncio.Future(); x.set_exception(e); y.set_exception(e)
    for z in (x, y):
        try: await z
        except RuntimeError as r: print(r is e, lines(r))
    # context and cause of what an awaiter raises while it handles
    async def handles():
        try: await boom()
        except ValueError: raise KeyError('second')
    try: await asyncio.create_task(handles())
    except KeyError as e: print(repr(e.__context__), e.__cause__, lines(e.__context__), lines(e))
    async def from_none():
        try: await boom()
        except ValueError as e: raise KeyError('third') from None
    try: await asyncio.create_task(from_none())
    except KeyError as e: print(repr(e.__context__), e.__suppress_context__)
    # what is being handled does not leak into another task
    async def looks(): return sys.exception()
    try: 1 / 0
    except ZeroDivisionError:
        print(repr(sys.exception()), await asyncio.create_task(looks()), repr(await looks()))
        await asyncio.sleep(0); print(repr(sys.exception()))
    try: await asyncio.create_task(boom())
    except ValueError: traceback.print_exc(file=sys.stdout)
    t = asyncio.create_task(asyncio.sleep(9)); await asyncio.sleep(0); t.cancel('msg')
    try: await t
    except asyncio.CancelledError: traceback.print_exc(file=sys.stdout)
asyncio.run(main())
