import asyncio

async def returns_value():
    asyncio.current_task().cancel('self')
    return 'lost'

async def raises():
    asyncio.current_task().cancel()
    raise ValueError('own exception wins')

async def at_next_await():
    asyncio.current_task().cancel('me')
    print('still running')
    f = asyncio.get_running_loop().create_future()
    f.set_result(1)
    print('done future', await f)
    async def no_suspend(): return 2
    print('coroutine', await no_suspend())
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError as e:
        print('delivered at sleep(0)', e.args)
        raise

async def at_sleep():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(5)
    finally:
        print('time', asyncio.get_running_loop().time())

async def catches():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        return 'caught'

async def main():
    for f in (returns_value, raises, at_next_await, at_sleep, catches):
        t = asyncio.create_task(f())
        try:
            print(f.__name__, '->', await t)
        except BaseException as e:
            print(f.__name__, '->', repr(e))
        print(t.cancelled(), t.cancelling())
    me = asyncio.current_task()
    me.cancel('main')
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        print('main', e.args, me.cancelling(), me.uncancel())
    try:
        raise asyncio.CancelledError('raised by hand')
    except asyncio.CancelledError as e:
        print(repr(e), me.cancelling())
    async def raises_cancelled():
        raise asyncio.CancelledError('from inside')
    t = asyncio.create_task(raises_cancelled())
    await asyncio.wait([t])
    print(t.cancelled(), t.cancelling(), t)
    try:
        t.result()
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        t.exception()
    except asyncio.CancelledError as e:
        print(repr(e))

asyncio.run(main())
