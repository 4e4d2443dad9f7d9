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
