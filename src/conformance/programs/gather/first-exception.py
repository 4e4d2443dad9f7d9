import asyncio

async def w(name, d, exc=None):
    try:
        await asyncio.sleep(d)
        print('end', name)
        if exc: raise exc
        return name
    except asyncio.CancelledError:
        print('cancelled', name)
        raise

async def main():
    loop = asyncio.get_running_loop()
    try:
        await asyncio.gather(w('a', 3), w('b', 1, ValueError('b')), w('c', 2, KeyError('c')))
    except ValueError as e:
        print('raised', repr(e), loop.time())
    print('others keep running')
    await asyncio.sleep(3)
    t = asyncio.create_task(w('t', 5))
    g = asyncio.gather(t, w('u', 1, ValueError('u')))
    try:
        await g
    except ValueError:
        print(t.done(), g.done(), g.cancel(), t.cancelled())
    print(repr(g.exception()))
    t.cancel()
    await asyncio.wait([t])
    t = asyncio.create_task(w('v', 5))
    loop.call_later(1, t.cancel)
    g = asyncio.gather(t, w('x', 2))
    try:
        await g
    except asyncio.CancelledError as e:
        print('child cancelled', repr(e), g.cancelled(), repr(g.exception()))
    await asyncio.sleep(2)
    t = asyncio.create_task(w('y', 5))
    loop.call_later(1, t.cancel, 'why')
    print(await asyncio.gather(t, w('z', 2), return_exceptions=True))
    async def boom(): raise ZeroDivisionError('now')
    try:
        await asyncio.gather(boom(), w('after boom', 1))
    except ZeroDivisionError as e:
        print(e)
    await asyncio.sleep(2)
    r = await asyncio.gather(boom(), boom(), return_exceptions=True)
    print([str(e) for e in r], [isinstance(e, Exception) for e in r])
    async def system(): raise SystemExit(3)
    try:
        await asyncio.gather(system(), w('beside exit', 1))
    except BaseException as e:
        print('seen inside', repr(e))
        raise

try:
    asyncio.run(main())
except SystemExit as e:
    print('exit', e.code)
