class CM:
    def __init__(s, r=False, e=None): s.r, s.e = r, e
    def __enter__(s): return s
    def __exit__(s, *a):
        print('exit', a[0].__name__ if a[0] else None, a[2] is not None)
        if s.e: raise s.e
        return s.r
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
def a():
    with CM(True): raise ValueError('sup')
    return 'suppressed'
def b():
    with CM(): raise ValueError('not')
def c():
    with CM(True, KeyError('from exit')): raise ValueError('orig')
def d():
    with CM(0), CM(1), CM(0, TypeError('mid')): return 3
def e():
    for i in range(2):
        with CM(0): continue
    with CM(0) as q, CM(0) as (b): return 'r'
class NB(CM):
    def __bool__(s): raise ValueError('bool')
def f():
    with CM(NB()): raise KeyError
for func in (a, b, c, d, e, f,): t(func)
class EnterRaises(CM):
    def __enter__(s): raise OSError('enter')
def g():
    with CM(True), EnterRaises(): print('no')
    return 'outer suppressed'
def h():
    with CM() as x, CM() as (y, z): pass
def i():
    with CM() as undefined_thing.attr: pass
for func in (a, b, c, d, e, f,): t(func)
for func in (g, h, i,): t(func)
class NoExit:
    def __enter__(s): pass
class NoEnter:
    def __exit__(s, *a): pass
class Async:
    async def __aenter__(s): pass
    async def __aexit__(s, *a): pass
def j():
    with NoExit(): pass
def k():
    with NoEnter(): pass
def l():
    with Async(): pass
def m():
    with CM: pass
def n():
    with 5: pass
class Inst:
    pass
def o():
    x = Inst(); x.__enter__ = lambda: 1; x.__exit__ = lambda *a: 1
    with x: pass
def p():
    with CM(True) as cm: raise KeyboardInterrupt
    return 'ki'
def q():
    with (CM(), CM() as y,): return type(y).__name__
def r():
    while True:
        with CM(): break
    with CM(): pass
    return 'r'
class Gen:
    def __enter__(s): return 1
    def __exit__(s, t, v, tb): return v.args == ('swallow',)
def s():
    with Gen(): raise ValueError('swallow')
    with Gen(): raise ValueError('keep')
for func in (j, k, l, m, n, o,): t(func)
for func in (p, q, r, s,): t(func)
