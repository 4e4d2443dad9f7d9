import asyncio

async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(1) as cm:
            print(cm, cm.when(), cm.expired())
            await asyncio.sleep(5)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__), cm, cm.expired(), loop.time(), asyncio.current_task().cancelling())
    async with asyncio.timeout(2) as cm:
        await asyncio.sleep(1)
    print(cm, cm.expired(), loop.time())
    async with asyncio.timeout(None) as cm:
        print(cm, cm.when())
        cm.reschedule(loop.time() + 1)
        print(cm)
        try:
            await asyncio.sleep(0.5)
        finally:
            cm.reschedule(loop.time() + 3)
        await asyncio.sleep(2)
    print('rescheduled', loop.time())
    try:
        async with asyncio.timeout_at(loop.time() + 0.5) as cm:
            await asyncio.sleep(1)
    except TimeoutError:
        print('at', loop.time(), cm.when())
    for d in (0, -5):
        try:
            async with asyncio.timeout(d):
                print('body runs')
                await asyncio.sleep(0)
                print('one turn')
                await asyncio.sleep(1)
        except TimeoutError:
            print('expired', d, loop.time())
    async with asyncio.timeout(0):
        print('no suspension: no timeout')
    try:
        async with asyncio.timeout(1) as cm:
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                print('swallowed', asyncio.current_task().cancelling())
        print('no error', cm.expired())
    except TimeoutError:
        print('raised')
    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise ValueError('instead')
    except ValueError as e:
        print(repr(e), repr(e.__context__), repr(e.__context__.__context__), repr(e.__context__.__cause__))
    try:
        async with asyncio.timeout(1):
            raise KeyError('plain')
    except KeyError as e:
        print(repr(e), repr(e.__context__))
    print(asyncio.TimeoutError is TimeoutError, loop.time())

asyncio.run(main())
