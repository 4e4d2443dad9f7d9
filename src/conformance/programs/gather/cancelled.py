import asyncio

async def w(name, d=10, stubborn=False):
    try:
        await asyncio.sleep(d)
        return name
    except asyncio.CancelledError as e:
        print('cancelled', name, e.args)
        if stubborn:
            await asyncio.sleep(1)
            print('stubborn', name, 'returns')
            return 'stubborn ' + name
        raise

async def main():
    loop = asyncio.get_running_loop()
    g = asyncio.gather(w('a'), w('b'))
    await asyncio.sleep(1)
    print(g.cancel('msg'), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print(repr(e), g.cancelled(), g.done())
    g = asyncio.gather(w('c'), w('d', stubborn=True), return_exceptions=True)
    await asyncio.sleep(1)
    g.cancel()
    try:
        print(await g)
    except asyncio.CancelledError as e:
        print('cancelled even with return_exceptions', repr(e), loop.time(), g.cancelled())
    async def outer(**kw):
        return await asyncio.gather(w('e'), w('f', stubborn=True), **kw)
    for kw in ({}, {'return_exceptions': True}):
        t = asyncio.create_task(outer(**kw))
        await asyncio.sleep(1)
        t.cancel('outer')
        t0 = loop.time()
        try:
            print(await t)
        except asyncio.CancelledError as e:
            print(repr(e), t.cancelled(), loop.time() - t0)
        await asyncio.sleep(2)
    g = asyncio.gather(w('g', 0.5), w('h', 5))
    await asyncio.sleep(1)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError:
        print('partly done, cancelled')
    g = asyncio.gather(w('x', 0))
    await g
    print(g.cancel(), asyncio.gather().cancel())
    g = asyncio.gather(w('never started'))
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('before the first step')
    try:
        await asyncio.wait_for(asyncio.gather(w('i'), w('j')), 1)
    except TimeoutError:
        print('timeout cancels all', loop.time())

asyncio.run(main())
