import asyncio

def then(fut, fn):
    """A future of fn(result), like a promise's then."""
    out = fut.get_loop().create_future()
    def done(f):
        if f.cancelled():
            out.cancel()
        elif f.exception():
            out.set_exception(f.exception())
        else:
            try:
                out.set_result(fn(f.result()))
            except Exception as e:
                out.set_exception(e)
    fut.add_done_callback(done)
    return out

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    g = then(then(then(f, lambda x: x + 1), lambda x: x * 10), str)
    loop.call_later(1, f.set_result, 4)
    print(repr(await g), loop.time())
    f = loop.create_future()
    g = then(then(f, lambda x: 1 / x), lambda x: 'unreachable')
    f.set_result(0)
    try:
        await g
    except ZeroDivisionError as e:
        print(e)
    f = loop.create_future()
    g = then(then(f, str), str)
    f.cancel()
    await asyncio.sleep(0)
    print(g.done())
    await asyncio.sleep(0)
    print(g.cancelled())
    f = loop.create_future()
    async def a(): return 'a:' + await f
    async def b(): return 'b:' + await f
    t = [asyncio.create_task(x()) for x in (a, b)]
    await asyncio.sleep(0)
    f.set_result('shared')
    print(await asyncio.gather(*t), await f)
    err = loop.create_future()
    async def c():
        try:
            await err
        except KeyError as e:
            return e
    t = [asyncio.create_task(c()) for _ in range(2)]
    await asyncio.sleep(0)
    err.set_exception(KeyError('same object'))
    r = await asyncio.gather(*t)
    print(r[0] is r[1])

asyncio.run(main())
