import asyncio

async def w(n, d=10, stubborn=0):
    try:
        await asyncio.sleep(d)
        return n
    except asyncio.CancelledError:
        print('cancelled', n)
        await asyncio.sleep(stubborn)
        if stubborn: print('cleaned', n)
        raise

async def main():
    loop = asyncio.get_running_loop()
    async def group(**kw):
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w('a', **kw))
            try:
                await asyncio.sleep(100)
            finally:
                print('body leaves')
    t = asyncio.create_task(group())
    await asyncio.sleep(1)
    t.cancel('from outside')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e), t.cancelled())
    async def waiting_group():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w('child', stubborn=2))
    t = asyncio.create_task(waiting_group())
    await asyncio.sleep(1)
    t.cancel()
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('group cancelled while waiting', loop.time(), t.cancelling())
    async def with_error():
        async def bad():
            try:
                await asyncio.sleep(10)
            finally:
                raise ValueError('clean-up error')
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad())
    t = asyncio.create_task(with_error())
    await asyncio.sleep(1)
    t.cancel()
    try:
        await t
    except ExceptionGroup as e:
        print(repr(e), t.cancelling(), t.cancelled())
    async def with_timeout():
        try:
            async with asyncio.timeout(1):
                async with asyncio.TaskGroup() as tg:
                    tg.create_task(w('timed'))
        except TimeoutError:
            print('timeout around the group', loop.time(), asyncio.current_task().cancelling())
    await with_timeout()
    async def terminate():
        class Stop(Exception): pass
        async def stop(): raise Stop
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(w('victim'))
                await asyncio.sleep(1)
                tg.create_task(stop())
        except* Stop:
            print('terminated the group')
    await terminate()
    async def then_await():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(w('x', 0.5))
                tg.create_task(fail())
        except* ValueError as e:
            print('handled', e.exceptions, asyncio.current_task().cancelling())
        await asyncio.sleep(1)
        return 'goes on'
    async def fail(): raise ValueError('f')
    print(await then_await())

asyncio.run(main())
