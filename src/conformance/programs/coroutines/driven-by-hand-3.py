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
class ACM:
    async def __aenter__(s): return 's'
    async def __aexit__(s, *a): print('aexit', a[0]); return True
async def f():
    async with ACM() as q: print(q); raise ValueError
    return 'after'
async def f():
    async for i in [1]: pass
t(f().send, None)
async def f():
    for i in agen(): pass
async def agen(): yield 1
t(f().send, None)
async def f(): return [x for x in agen()]
t(f().send, None)
class AI:
    def __aiter__(s): return 5
async def f():
    async for i in AI(): pass
t(f().send, None)
class AI2:
    def __aiter__(s): return s
    def __anext__(s): return 5
async def f():
    async for i in AI2(): pass
t(f().send, None)
class AI3:
    n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 2: raise StopAsyncIteration
        return s.n
