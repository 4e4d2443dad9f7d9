import asyncio

async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        e.add_note('inner')
        print('inner', e.args, e.__notes__)
        raise

async def custom():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise asyncio.CancelledError('mine', 2)

async def grab(name, t):
    try:
        await t
    except asyncio.CancelledError as e:
        print(name, repr(e), getattr(e, '__notes__', None), e.__traceback__.tb_next is None, repr(e.__context__))
        return e

async def main():
    for co in (inner, custom):
        t = asyncio.create_task(co())
        gs = [asyncio.create_task(grab(f'g{i}', t)) for i in range(3)]
        await asyncio.sleep(0)
        print(t.cancel('because'))
        es = [await g for g in gs]
        print(len({id(e) for e in es}), t._cancel_message)
        for get in (t.result, t.exception):
            try: get()
            except asyncio.CancelledError as e: print(get.__name__, repr(e))
        print(repr(t._make_cancelled_error()))
    # before the first step
    t = asyncio.create_task(inner())
    t.cancel('early'); t.cancel('second')
    print(t._must_cancel, t._cancel_message, t.cancelling(), t)
    await grab('early', t)
    await grab('early2', t)
    # the first reader by exception()
    t = asyncio.create_task(inner()); await asyncio.sleep(0); t.cancel('m')
    await asyncio.wait([t])
    try: t.exception()
    except asyncio.CancelledError as e: print(e.args, e.__notes__)
    try: t.exception()
    except asyncio.CancelledError as e: print(e.args, hasattr(e, '__notes__'))
    f = asyncio.Future(); f.cancel('fm')
    await grab('f1', f); await grab('f2', f)
    f = asyncio.Future(); f.cancel(); await grab('f3', f)
    f = asyncio.Future(); f.cancel(msg=0); await grab('f4', f)
    f = asyncio.Future(); f._cancel_message = 'set'; f.cancel(); await grab('f5', f)

asyncio.run(main())
