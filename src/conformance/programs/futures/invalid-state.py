import asyncio

def show(f, *a, **k):
    try:
        print('->', f(*a, **k))
    except BaseException as e:
        print(type(e).__module__, type(e).__name__, e, repr(e.__cause__), repr(e.__context__))

async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    show(f.result); show(f.exception)
    show(f.set_exception, 1)
    show(f.set_exception, object)
    show(f.set_exception, int)
    print(f)
    show(f.set_result, 1)
    show(f.set_result, 2); show(f.set_exception, ValueError); show(f.cancel); show(f.cancel, 'x')
    print(f, f.result(), f.exception(), f.cancelled(), f.done())
    g = loop.create_future()
    show(g.set_exception, StopIteration(3))
    try: g.result()
    except RuntimeError as e: print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    class MyStop(StopIteration): pass
    g = loop.create_future()
    show(g.set_exception, MyStop)
    show(g.exception)
    h = loop.create_future()
    show(h.set_exception, KeyError)
    print(h, repr(h.exception()))
    show(h.result); show(h.result)
    i = loop.create_future()
    print(i.cancel('msg'), i.cancel('again'), i, i._cancel_message)
    show(i.result); show(i.exception); show(i.set_result, 1); show(i.set_exception, KeyError())
    e1 = e2 = None
    try: i.result()
    except asyncio.CancelledError as e: e1 = e
    try: i.result()
    except asyncio.CancelledError as e: e2 = e
    print(e1 is e2, e1.args)
    for bad in ((), (1, 2)):
        j = loop.create_future()
        show(j.set_result, *bad); show(j.set_exception, *bad)
    show(asyncio.Future, 1); show(asyncio.Future, foo=1); show(asyncio.Future, loop=3)
    show(lambda: asyncio.Future(loop=loop).get_loop() is loop)
    k = asyncio.Future.__new__(asyncio.Future)
    show(k.result); show(k.set_result, 1); show(k.cancel); show(k.get_loop); show(k.add_done_callback, print); show(k.done); show(k.cancelled)
    show(f.add_done_callback); show(f.remove_done_callback); show(f.cancel, 1, 2); show(f.cancel, msg='x')

asyncio.run(main())
show(asyncio.Future)
