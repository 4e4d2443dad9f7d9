import types
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, repr(e.args))
@types.coroutine
def sw(x): return (yield x)
async def ag():
    try:
        x = yield 1; print('x', x)
        y = await sw('susp'); print('y', y)
        yield 2
    except ValueError as e: print('caught', e); yield 'h'
    finally: print('fin')
def run(c): 
    try: return ('yield', c.send(None))
    except StopIteration as e: return ('ret', e.value)
a = ag(); print(run(a.asend(None))); an = a.asend('X'); print(run(an)); t(an.send, 'Y'); t(an.send, 1); t(run, a.__anext__()); t(run, a.__anext__())
a = ag(); t(run, a.asend(5)); t(run, a.__anext__()); t(run, a.athrow(ValueError('v'))); t(run, a.aclose()); t(run, a.aclose()); t(run, a.__anext__()); t(run, a.athrow(KeyError('kk')))
a = ag(); t(run, a.athrow(ValueError('early'))); t(run, a.__anext__())
a = ag(); t(run, a.aclose()); t(run, a.__anext__())
a = ag(); run(a.__anext__()); s1 = a.__anext__(); t(run, s1); s2 = a.__anext__(); t(run, s2); t(run, a.aclose()); t(run, a.athrow(KeyError)); print(a.ag_running); s1.close(); print(a.ag_running)
async def ig():
    try: yield 1
    except GeneratorExit: yield 2
a = ig(); run(a.__anext__()); t(run, a.aclose())
async def ig2():
    try: yield 1
    finally: await sw('in-fin'); print('after sw')
a = ig2(); run(a.__anext__()); k = a.aclose(); t(run, k); t(run, k)
async def sai():
    yield 1
    raise StopAsyncIteration
a = sai(); run(a.__anext__()); t(run, a.__anext__())
async def sti():
    yield 1
    raise StopIteration
a = sti(); run(a.__anext__()); t(run, a.__anext__())
a = ag(); t(anext(a).send, None); t(anext(a, 'dflt').send, None)
print(type(a.asend(None)).__name__, type(a.aclose()).__name__, a.ag_frame is not None, a.ag_await)
k = a.asend(None); k.close(); t(run, k); k = a.aclose(); k.close(); t(run, k); 
k = a.asend(None); t(k.throw, ValueError('thr'))
async def comp(): return [x async for x in ag2() if await sw2(x)], sum([x async for x in ag2()])
async def ag2():
    for i in range(3): yield i
async def sw2(x): return x
t(run, comp())
async def g(): return (x async for x in ag2())
async def h():
    it = await g(); print(type(it).__name__); return [y async for y in it]
t(run, h())
async def dd(): return {x: x async for x in ag2()}, {x async for x in ag2()}, [x async for x in ag2()], [[y async for y in ag2()] for _ in range(2)]
t(run, dd())
