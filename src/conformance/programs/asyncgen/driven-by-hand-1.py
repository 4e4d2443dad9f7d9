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
