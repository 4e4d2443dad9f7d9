import asyncio

def a(f): pass
def b(f): pass

class Sub(asyncio.Future):
    pass

class Named:
    def __repr__(self): return '<Named>'
    def __call__(self, f): pass

async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.Future()
    print(f); f.add_done_callback(a); print(f); f.add_done_callback(b); print(f)
    f.add_done_callback(a); print(f); f.add_done_callback(a); print(f)
    f.add_done_callback(Named()); print(f)
    f.remove_done_callback(a); f.remove_done_callback(b)
    print(f)
    f.add_done_callback(print); print(f)
    f.set_result(list(range(20))); print(f)
    s = Sub(); print(s); s.set_result('x' * 100); print(s)
    s = Sub(loop=loop); s.set_result({i: i for i in range(9)}); print(s, s._result)
    s = Sub(); s.cancel('hey'); print(s)
    s = Sub(); s.set_exception(ValueError('v' * 60)); print(s); s.exception()
    r = asyncio.Future(); r.set_result(r); print(r)
    n = asyncio.Future(); n.set_result(Named()); print(n)
    import functools
    p = asyncio.Future(); p.add_done_callback(functools.partial(a)); print(p)
    q = asyncio.Future(); q.add_done_callback(functools.partial(b, 1)); print(q)
    l = asyncio.Future(); l.add_done_callback(lambda f: 0); print(l)
    class K:
        def meth(self, f): pass
        @classmethod
        def cm(cls, f): pass
        @staticmethod
        def sm(f): pass
    m = asyncio.Future(); m.add_done_callback(K().meth); print(m)
    m = asyncio.Future(); m.add_done_callback(K.cm); print(m)
    m = asyncio.Future(); m.add_done_callback(K.sm); print(m)
    m = asyncio.Future(); m.add_done_callback([].append); print(m)
    m = asyncio.Future(); m.add_done_callback(m.set_result) ; print(m); m.cancel()
    g = asyncio.gather(asyncio.sleep(0), asyncio.Future()); print(g); g.cancel()
    print(asyncio.Future[int], asyncio.Task[str], asyncio.Future[int](loop=loop))
    print(type(asyncio.Future()).__module__, asyncio.Future.__qualname__, asyncio.Future.__mro__)
    for x in (p, q, l): x.cancel()
    try: await g
    except asyncio.CancelledError: print('cancelled')

asyncio.run(main())
