import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    f.set_result('done')
    loop.call_soon(print, 'soon')
    print('awaiting a done future does not suspend', await f)
    await asyncio.sleep(0)
    f = loop.create_future()
    loop.call_soon(f.set_result, 1)
    loop.call_soon(print, 'after set, before wake-up')
    print('value', await f)
    it = loop.create_future().__await__()
    y = next(it)
    print(y, y._asyncio_future_blocking)
    y.set_result('by hand')
    try:
        next(it)
    except StopIteration as e:
        print(e.value)
    it = loop.create_future().__await__()
    next(it)
    try:
        next(it)
    except RuntimeError as e:
        print(e)
    class Yielder:
        def __init__(self, v): self.v = v
        def __await__(self):
            return (yield self.v)
    for bad in (5, 'x', (i for i in [1])):
        try:
            await Yielder(bad)
        except RuntimeError as e:
            print(str(e)[:60].split(' <')[0])
    try:
        await Yielder(loop.create_future())
    except RuntimeError as e:
        print(e)
    print(await Yielder(None))
    me = asyncio.current_task()
    try:
        await me
    except RuntimeError as e:
        print(str(e).split(':')[0])
    other = asyncio.new_event_loop()
    of = other.create_future()
    try:
        await of
    except RuntimeError as e:
        print('attached to a different loop' in str(e))
    other.close()
    for bad in (5, None, [1]):
        try:
            asyncio.ensure_future(bad)
        except TypeError as e:
            print(e)
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(1).__await__()
            return 'aw'
    t = asyncio.ensure_future(Aw())
    print(type(t).__name__, await t, asyncio.ensure_future(t) is t, loop.time())
    async def setter(f):
        await asyncio.sleep(1)
        f.set_result('from task')
    f = loop.create_future()
    t = asyncio.create_task(setter(f))
    print(await f, t.done())
    await t
    print(t.done(), loop.time())

asyncio.run(main())
