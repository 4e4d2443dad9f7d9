import asyncio

async def w(d, stubborn=False, tag='w'):
    try:
        await asyncio.sleep(d)
        return f'{tag} done'
    except asyncio.CancelledError:
        print(tag, 'cancelled')
        if stubborn:
            await asyncio.sleep(1)
            return 'late value'
        raise

async def main():
    loop = asyncio.get_running_loop()
    print(await asyncio.wait_for(w(1), 2), await asyncio.wait_for(w(1), None), loop.time())
    try:
        await asyncio.wait_for(w(5), 1)
    except TimeoutError as e:
        print('timeout', repr(e), loop.time(), repr(e.__cause__))
    print(await asyncio.wait_for(w(5, stubborn=True), 1), loop.time())
    t = asyncio.create_task(w(5, tag='task'))
    try:
        await asyncio.wait_for(t, 1)
    except asyncio.TimeoutError:
        print(t.cancelled())
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(w(0, tag='never starts'), timeout)
        except TimeoutError:
            print('zero timeout')
    d = asyncio.create_task(asyncio.sleep(0, 'already'))
    await d
    print(await asyncio.wait_for(d, 0))
    async def fails():
        await asyncio.sleep(1)
        raise ValueError('inner')
    try:
        await asyncio.wait_for(fails(), 5)
    except ValueError as e:
        print(repr(e))
    async def outer():
        return await asyncio.wait_for(w(10, tag='inner of outer'), 5)
    o = asyncio.create_task(outer())
    await asyncio.sleep(1)
    o.cancel()
    try:
        await o
    except asyncio.CancelledError:
        print('outer cancel passes through')
    async def same_task():
        return asyncio.current_task()
    print(await asyncio.wait_for(same_task(), 1) is asyncio.current_task())
    f = loop.create_future()
    try:
        await asyncio.wait_for(f, 1)
    except TimeoutError:
        print('future cancelled', f.cancelled())
    s = asyncio.create_task(w(3, tag='shielded'))
    try:
        await asyncio.wait_for(asyncio.shield(s), 1)
    except TimeoutError:
        print('shielded goes on', s.done(), await s)
    print(await asyncio.wait_for(w(1, tag='exact'), 1) if False else 'skip')
    try:
        print(await asyncio.wait_for(w(1, tag='exact tie'), 1))
    except TimeoutError:
        print('tie: timeout')
    try:
        await asyncio.wait_for(asyncio.gather(w(1, tag='g1'), w(9, tag='g2')), 2)
    except TimeoutError:
        print('gather timed out', loop.time())

asyncio.run(main())
