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
i = g(); t(i.throw, ValueError('early')); t(next, i); 
i = g(); next(i); t(i.close); t(i.close); t(i.send, 1)
def ign():
    while True:
        try: yield 1
        except GeneratorExit: print('ignoring')
i = ign(); next(i); t(i.close)
def ret():
    try: yield 1
    except GeneratorExit: return 5
i = ret(); next(i); t(i.close)
def p479(): 
    yield 1
    raise StopIteration('x')
i = p479(); next(i)
try: next(i)
except RuntimeError as e: print(e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def p479b(): 
    yield next(iter([]))
t(list, p479b())
def inner():
    try:
        r = yield 'i1'; print('inner', r)
    except KeyError as e: print('inner caught', e); yield 'i-handled'
    return 'inner-ret'
def outer():
    v = yield from inner(); print('v', v)
    w = yield from [1, 2]; print('w', w)
    return 'outer-ret'
o = outer(); t(next, o); t(o.send, 'S'); t(o.send, None); t(o.send, 'zz'); 
o = outer(); next(o); t(o.throw, KeyError('k')); t(next, o); t(o.throw, TypeError('tt'))
o = outer(); next(o); o.send(1); t(o.send, 2)
def rec():
    yield from me
me = rec(); t(next, me)
def reent():
    yield next(me2)
me2 = reent(); t(next, me2)
def inner():
    try:
        r = yield 'i1'; print('inner', r)
    except KeyError as e: print('inner caught', e); yield 'i-handled'
    return 'inner-ret'
def outer():
    v = yield from inner(); print('v', v)
    w = yield from [1, 2]; print('w', w)
    return 'outer-ret'
o = outer(); t(next, o); t(o.send, 'S'); t(o.send, None); t(o.send, 'zz'); 
o = outer(); next(o); t(o.throw, KeyError('k')); t(next, o); t(o.throw, TypeError('tt'))
o = outer(); next(o); o.send(1); t(o.send, 2)
i = g(); t(i.throw, ValueError); i = g(); t(i.throw, 3); i = g(); t(i.throw, ValueError, 'v'); i=g(); t(i.throw, ValueError('a'), 'v'); i=g(); t(i.throw); i = g(); t(i.throw, ValueError, ValueError('zz'), None)
i = g(); t(i.throw, ValueError, 'a', 5); t(i.throw, int)
print(i.gi_frame is None, i.gi_running, i.gi_suspended, i.gi_yieldfrom, i.__name__, i.__qualname__, type(i.gi_code).__name__)
o = outer(); next(o); print(type(o.gi_yieldfrom).__name__, o.gi_suspended)
def g3():
    try: yield 1
    finally: raise KeyError('in finally')
i = g3(); next(i); t(i.close)
def g4():
    try: yield 1
    finally: yield 2
i = g4(); next(i); t(i.close); t(next, i)
i = (x for x in 'ab'); print(i.__name__, i.__qualname__); t(i.send, 1)
def g5():
    return 1
    yield
t(next, g5())
def ctx():
    try: raise KeyError('outer')
    except KeyError: yield 1
    raise ValueError('late')
c = ctx(); next(c)
