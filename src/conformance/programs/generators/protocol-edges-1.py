def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def g():
    try:
        x = yield 1; print('got', x)
        y = yield 2; print('got', y)
    except ValueError as e: print('caught', e); yield 'handled'
    finally: print('fin')
    return 'ret'
i = g(); t(i.send, 3); t(next, i); t(i.send, 'a'); t(i.throw, ValueError('x')); t(next, i); t(next, i)
i = g(); t(i.throw, ValueError('early')); t(next, i); i = g(); next(i); t(i.close); t(i.close); t(i.send, 1)
def ret():
    try: yield 1
    except GeneratorExit: return 5
i = ret(); next(i); t(i.close)
def stubborn():
    try: yield 1
    except GeneratorExit: yield 2
i = stubborn(); next(i); t(i.close); t(next, i)
def raising():
    try: yield 1
    finally: raise KeyError('in finally')
i = raising(); next(i); t(i.close)
i = g(); t(i.throw, ValueError); i = g(); t(i.throw, 3); i = g(); t(i.throw, ValueError, 'v'); i = g(); t(i.throw, ValueError('a'), 'v'); i = g(); t(i.throw); i = g(); t(i.throw, ValueError, ValueError('zz'), None); i = g(); t(i.throw, ValueError, 'a', 5); t(i.throw, int); i = g(); t(i.throw, ValueError, (1, 2))
print(i.gi_frame is None, i.gi_running, i.gi_suspended, i.gi_yieldfrom, i.__name__, i.__qualname__)
def me(): yield next(m)
m = me(); t(next, m)
def me2(): yield from m2
m2 = me2(); t(next, m2)
def never(): return 1; yield
t(next, never()); t(list, never())
s = StopIteration(1, 2); print(s.value, s.args, StopIteration().value)
def tup():
    yield
    return (1, 2)
x = tup(); next(x)
try: next(x)
except StopIteration as e: print(e.value, e.args)
i = (x for x in 'ab'); print(i.__name__, i.__qualname__, list(i), list(i)); t(i.send, 1); t(i.send, None); t(i.throw, KeyError('after'))
f = g(); t(setattr, f, '__name__', 5); f.__name__ = 'new'; print(f.__name__); t(setattr, f, 'gi_frame', 1); t(lambda: f.nope); t(len, f); t(lambda: f[0]); t(lambda: f + 1); t(bool, f); print(iter(f) is f, type(f).__name__)
