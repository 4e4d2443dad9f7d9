import asyncio

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled(), f.get_loop() is loop, asyncio.isfuture(f))
    for op in (f.result, f.exception):
        try:
            op()
        except asyncio.InvalidStateError as e:
            print(type(e).__name__, e)
    f.set_result([1, 2])
    print(f, f.result(), f.exception(), f.done(), f.cancel())
    for op in (lambda: f.set_result(1), lambda: f.set_exception(ValueError())):
        try:
            op()
        except asyncio.InvalidStateError as e:
            print(e)
    g = asyncio.Future()
    g.set_exception(ValueError('v'))
    print(g, repr(g.exception()), g.cancelled())
    try:
        await g
    except ValueError as e:
        print('raised', e, e is g.exception())
    h = loop.create_future()
    print(h.cancel('msg'), h.cancel(), h, h.done(), h.cancelled())
    for op in (h.result, h.exception):
        try:
            op()
        except asyncio.CancelledError as e:
            print(repr(e))
    try:
        await h
    except asyncio.CancelledError as e:
        print(repr(e))
    k = loop.create_future()
    k.set_exception(KeyError)
    print(k, repr(k.exception()))
    for bad in (5, 'x', object):
        try:
            loop.create_future().set_exception(bad)
        except TypeError as e:
            print(e)
    s = loop.create_future()
    s.set_exception(StopIteration(3))
    print(repr(s.exception()), repr(s.exception().__cause__))
    print([type(x).__name__ for x in (f, g)], type(f).__module__, f._state, h._state, f._callbacks)
    await asyncio.sleep(0)
    print(await f, await f)
    sub = type('Sub', (asyncio.Future,), {})()
    print(sub)
    l = loop.create_future(); l.set_result('x' * 100); print(l)
    l = loop.create_future(); l.set_result(list(range(50))); print(l)

asyncio.run(main())
