import types, warnings
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
@types.coroutine
def sw(x): return (yield x)
async def c1():
    a = await sw('one'); print('a', a)
    b = await sw('two'); print('b', b)
    return 'done'
c = c1(); t(c.send, None); t(c.send, 1); t(c.send, 2); t(c.send, None)
t(c.throw, ValueError); t(c.close)
c = c1(); t(c.send, 'x'); t(next, c); t(iter, c); c.close()
c = c1(); t(c.throw, ValueError('v')); t(c.send, None)
c = c1(); c.send(None); print(c.cr_await, c.cr_running, c.cr_suspended, c.cr_frame is not None, c.cr_origin) if 0 else print(c.cr_running, c.cr_suspended); t(c.throw, KeyError('k'));
async def w(): return await c2
c2 = c1(); x = w(); x.send(None); y = w(); t(y.send, None); x.close()
async def bad(): await 3
t(bad().send, None)
async def bad2(): await None
t(bad2().send, None)
class Aw:
    def __init__(s, r): s.r = r
    def __await__(s): return s.r
async def w(): return await c2
c2 = c1(); x = w(); x.send(None); y = w(); t(y.send, None); x.close()
class Aw:
    def __init__(s, r): s.r = r
    def __await__(s): return s.r
async def aw(r): return await Aw(r)
t(aw(iter([1])).send, None); t(aw(5).send, None); t(aw(c1()).send, None); t(aw((x for x in [7])).send, None)
k = aw(iter([1])); k.send(None); t(k.send, None)
k = aw(iter([1])); k.send(None); t(k.send, 3)
async def f():
    async with 3: pass
t(f().send, None)
class CM:
    def __enter__(s): pass
    def __exit__(s, *a): pass
async def f():
    async with CM(): pass
t(f().send, None)
async def f():
    with ACM(): pass
class ACM:
    async def __aenter__(s): return 's'
    async def __aexit__(s, *a): print('aexit', a[0]); return True
t(f().send, None)
async def f():
    async with ACM() as q: print(q); raise ValueError
    return 'after'
t(f().send, None)
async def agen(): yield 1
co = c1(); co.send(None)
def close_twice():
    co.close(); co.close(); return co.cr_frame
t(close_twice)
async def ge():
    try: await sw(1)
    except GeneratorExit: await sw(2)
q = ge(); q.send(None); t(q.close)
wr = c1().__await__(); print(type(wr).__name__); t(next, wr); t(wr.send, 1); t(wr.throw, KeyError('a')); t(wr.close)
print(type(c1).__name__, [type(z).__name__ for z in [agen()]])
async def lam(): return await (lambda: sw(3))()
t(lam().send, None)
async def nested():
    async def inn(): return await sw('deep')
    return [await inn(), *[await inn()]]
n = nested(); t(n.send, None); t(n.send, 1); t(n.send, 2)
