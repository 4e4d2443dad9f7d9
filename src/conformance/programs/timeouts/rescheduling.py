# A timeout whose deadline is moved, removed and passed.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as limit:
        print(limit.when(), limit)
        await asyncio.sleep(0.5)
        limit.reschedule(loop.time() + 2)
        print(limit.when(), limit)
        await asyncio.sleep(1.5)
        limit.reschedule(None)
        print(limit.when(), limit)
        await asyncio.sleep(10)
    print(limit.expired(), limit)
    try:
        async with asyncio.timeout(None) as limit:
            limit.reschedule(loop.time() - 1)
            print(limit)
            await asyncio.sleep(1)
    except TimeoutError:
        print('at once', loop.time(), limit)
    for action in (lambda: limit.reschedule(1), lambda: asyncio.timeout(1).reschedule(2)):
        try:
            action()
        except RuntimeError as error:
            print(error)
    fresh = asyncio.timeout_at(50)
    print(fresh, fresh.when(), fresh.expired())
    try:
        async with fresh:
            async with fresh:
                pass
    except RuntimeError as error:
        print(error, fresh)
    try:
        async with asyncio.timeout('x'):
            await asyncio.sleep(0)
    except TypeError as error:
        print(error)


asyncio.run(main())
