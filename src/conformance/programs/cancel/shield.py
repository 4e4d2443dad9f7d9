import asyncio

async def work(n=2):
    try:
        await asyncio.sleep(n)
        print('work done')
        return 'value'
    except asyncio.CancelledError:
        print('work cancelled')
        raise

async def main():
    loop = asyncio.get_running_loop()
    inner = asyncio.create_task(work())
    s = asyncio.shield(inner)
    print(type(s).__name__, s.done())
    await asyncio.sleep(1)
    print(s.cancel(), s.cancelled(), inner.cancelled())
    try:
        await s
    except asyncio.CancelledError:
        print('outer cancelled at', loop.time())
    print(await inner, loop.time())

    async def outer(t):
        try:
            return await asyncio.shield(t)
        except asyncio.CancelledError:
            print('outer handler', t.done())
            return 'recovered ' + await t
    t = asyncio.create_task(work())
    o = asyncio.create_task(outer(t))
    await asyncio.sleep(1)
    o.cancel()
    print(await o, loop.time())

    t = asyncio.create_task(work())
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await s
    except asyncio.CancelledError:
        print('inner cancel reaches outer', s.cancelled())
    async def bad():
        await asyncio.sleep(1)
        raise ValueError('inner failure')
    try:
        await asyncio.shield(bad())
    except ValueError as e:
        print(e)
    d = asyncio.create_task(asyncio.sleep(0, 'done'))
    await d
    print(asyncio.shield(d) is d, await asyncio.shield(d))
    loop.set_exception_handler(lambda l, c: print('handler', c['message'], repr(c.get('exception'))))
    t = asyncio.create_task(bad())
    s = asyncio.shield(t)
    await asyncio.sleep(0)
    s.cancel()
    await asyncio.sleep(2)
    print('end', t.done())
    try:
        await asyncio.wait_for(asyncio.shield(k := asyncio.create_task(work(3))), 1)
    except TimeoutError:
        print('timed out, inner still runs', k.done(), loop.time())
    print(await k, loop.time())
    try:
        asyncio.shield(5)
    except TypeError as e:
        print(e)

asyncio.run(main())
