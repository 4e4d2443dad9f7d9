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
