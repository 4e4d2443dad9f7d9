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
