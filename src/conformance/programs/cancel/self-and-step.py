import asyncio
async def returns():
    asyncio.current_task().cancel('self')
    return 'lost'
async def raises():
    asyncio.current_task().cancel()
    raise ValueError('kept')

async def done_future():
    f = asyncio.Future(); f.set_result(1)
    asyncio.current_task().cancel('x')
    await f
    print('not yet')
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print('now', e.args)
    return 'survived'

async def inner_coro():
    async def nop(): return 1
    asyncio.current_task().cancel()
    await nop()
    print('passed')
    try: await asyncio.sleep(5)
    finally: print('at', asyncio.get_running_loop().time())

async def cancel_then_uncancel():
    t = asyncio.current_task()
    print(t.cancel(), t.cancel(), t.cancelling(), t._must_cancel)
    print(t.uncancel(), t._must_cancel, t.uncancel(), t._must_cancel, t.uncancel())
    await asyncio.sleep(0)
    return 'withdrawn'

async def wait_fut_cancelled_in_step():
    t = asyncio.current_task()
    t.cancel('early')
    f = asyncio.Future()
    try:
        await f
    except asyncio.CancelledError as e:
        print('f', f, e.args, t._must_cancel, t.cancelling())
    return 'ok'

async def yield_none():
    t = asyncio.current_task()
    t.cancel('n')
    try: await asyncio.sleep(0)
    except asyncio.CancelledError as e: print(e.args)
    await asyncio.sleep(0)
    raise asyncio.CancelledError('own')

async def main():
    for co in (returns, raises, done_future, inner_coro, cancel_then_uncancel, wait_fut_cancelled_in_step, yield_none):
        t = asyncio.create_task(co(), name=co.__name__)
        try: print(co.__name__, await t)
        except BaseException as e: print(co.__name__, repr(e), repr(e.__context__))
        print('  ', t.cancelled(), t.cancelling(), t)

asyncio.run(main())
