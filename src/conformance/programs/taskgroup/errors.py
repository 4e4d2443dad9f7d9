import asyncio

async def w(n, d, exc=None):
    try:
        await asyncio.sleep(d)
        if exc: raise exc
        print('end', n)
        return n
    except asyncio.CancelledError:
        print('cancelled', n, asyncio.get_running_loop().time())
        raise

async def show(coro):
    try:
        print('result', await coro)
    except BaseException as e:
        print(type(e).__name__, e, [repr(x) for x in getattr(e, 'exceptions', [])], repr(e.__cause__), e.__suppress_context__, asyncio.current_task().cancelling())

async def one_fails():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(w('slow', 10))
        tg.create_task(w('bad', 1, ValueError('bad')))
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('body cancelled')
            raise
async def body_fails():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w('slow', 10))
        await asyncio.sleep(1)
        raise KeyError('body')
async def two_fail():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w('bad1', 1, ValueError(1)))
        tg.create_task(w('bad2', 1, TypeError(2)))
        tg.create_task(w('bad3', 2, OSError(3)))
async def body_and_child():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w('bad', 1, ValueError('child')))
        try:
            await asyncio.sleep(5)
        finally:
            raise KeyError('body')
async def cleanup_fails():
    async def c():
        try:
            await asyncio.sleep(10)
        finally:
            raise RuntimeError('in clean-up')
    async with asyncio.TaskGroup() as tg:
        tg.create_task(c())
        tg.create_task(w('bad', 1, ValueError('first')))
async def swallow_in_body():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w('bad', 1, ValueError('v')))
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            print('swallowed')
        print('body continues')
        try:
            tg.create_task(w('late', 1))
        except RuntimeError as e:
            print(str(e)[:40])
async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(w('sibling', 10))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(w('inner bad', 1, ValueError('deep')))
async def keyboard():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w('other', 5))
        raise BaseException('base')
async def child_cancel_error():
    async def c(): raise asyncio.CancelledError('by hand')
    async with asyncio.TaskGroup() as tg:
        tg.create_task(c())
    return 'no error'

async def main():
    for f in (one_fails, body_fails, two_fail, body_and_child, cleanup_fails, swallow_in_body, nested, keyboard, child_cancel_error):
        print('--', f.__name__)
        await show(asyncio.create_task(f()))

asyncio.run(main())
