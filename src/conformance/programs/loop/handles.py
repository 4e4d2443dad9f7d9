import asyncio

def cb(*a): print('cb', a)

async def main():
    loop = asyncio.get_running_loop()
    h = loop.call_soon(cb, 1)
    t = loop.call_later(1.5, cb, 2)
    print(h, t, t.when(), h.cancelled(), type(h).__name__, type(t).__name__)
    h.cancel(); h.cancel()
    print(h, h.cancelled())
    t.cancel()
    print(t, t.cancelled())
    a, b = loop.call_at(5, cb), loop.call_at(6, cb)
    print(a < b, a > b, a == a, a != b, sorted([b, a])[0] is a, a <= b, hash(a) == hash(5.0))
    a.cancel(); b.cancel()
    import functools
    print(loop.call_soon(functools.partial(cb, 'p')), loop.call_soon(print, 'builtin'), loop.call_soon(lambda: None))
    class C:
        def m(self): print('method')
        def __call__(self): print('callable')
    print(loop.call_soon(C().m))
    loop.call_soon(C())
    first = loop.call_soon(lambda: second.cancel())
    second = loop.call_soon(cb, 'cancelled by first')
    await asyncio.sleep(0)
    for f in (lambda: loop.call_later(None, cb), lambda: loop.call_at(None, cb), lambda: loop.call_soon()):
        try:
            f()
        except TypeError as e:
            print(e)
    print(asyncio.get_running_loop() is loop, loop)
    ts = [loop.call_later(100, cb) for _ in range(150)]
    for x in ts[:120]: x.cancel()
    await asyncio.sleep(1)
    print(loop.time(), len(loop._scheduled))
    for x in ts: x.cancel()

asyncio.run(main())
print('cancelled timers do not hold the end')
