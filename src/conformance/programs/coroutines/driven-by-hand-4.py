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
class AI2:
    def __aiter__(s): return s
    def __anext__(s): return 5
async def f():
    async for i in AI2(): pass
class AI3:
    n = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n += 1
        if s.n > 2: raise StopAsyncIteration
        return s.n
async def f():
    r = []
    async for i in AI3(): r.append(i)
    else: r.append('else')
    return r, [i async for i in AI3()], {i: i async for i in AI3() if i > 1}
t(f().send, None)
async def si(): raise StopIteration('s')
t(si().send, None)
class CMbad:
    def __aenter__(s): return 3
    async def __aexit__(s, *a): pass
async def f():
    async with CMbad(): pass
t(f().send, None)
class CMbad2:
    async def __aenter__(s): return 3
    def __aexit__(s, *a): return 4
async def f():
    async with CMbad2(): pass
t(f().send, None)
def gg(): yield from c1()
t(next, gg())
co = c1(); co.send(None)
