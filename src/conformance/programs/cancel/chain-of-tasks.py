import asyncio

async def level(n, sub=None):
    loop = asyncio.get_running_loop()
    try:
        if sub: await sub
        else: await asyncio.sleep(100)
    except asyncio.CancelledError:
        print('level', n, 'sees it, cancelling =', asyncio.current_task().cancelling(), 'turn', turns)
        raise
    finally:
        print('level', n, 'finally')

turns = 0
async def count_turns():
    global turns
    while True:
        turns += 1
        await asyncio.sleep(0)

async def main():
    t0 = asyncio.create_task(level(0))
    t1 = asyncio.create_task(level(1, t0))
    t2 = asyncio.create_task(level(2, t1))
    await asyncio.sleep(1)
    global turns
    c = asyncio.create_task(count_turns())
    await asyncio.sleep(0)
    turns = 0
    t2.cancel()
    print([t.cancelling() for t in (t0, t1, t2)])
    try:
        await t2
    except asyncio.CancelledError:
        print('main sees t2 cancelled at turn', turns)
    print([t.cancelled() for t in (t0, t1, t2)])
    c.cancel()
    a = asyncio.create_task(level('a'))
    b = asyncio.create_task(level('b', a))
    await asyncio.sleep(0); await asyncio.sleep(0)
    a.cancel()
    try:
        await b
    except asyncio.CancelledError:
        print('cancelling the inner one cancels the outer', b.cancelled(), b.cancelling())
    async def stubborn():
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print('stubborn stays')
            await asyncio.sleep(1)
        return 'stubborn value'
    async def parent(s):
        r = await s
        print('parent got', r, asyncio.current_task().cancelling())
        await asyncio.sleep(0)
        return 'parent value'
    s = asyncio.create_task(stubborn())
    p = asyncio.create_task(parent(s))
    await asyncio.sleep(0); await asyncio.sleep(0)
    p.cancel()
    try:
        print(await p)
    except asyncio.CancelledError:
        print('parent cancelled')
    print(p.cancelled(), s.cancelled(), asyncio.get_running_loop().time())

asyncio.run(main())
