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
