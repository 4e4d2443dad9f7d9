def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def a(): print(x); x = 1
def b():
    def inner(): nonlocal q; q += 1; return q
    q = 1; inner(); return inner(), q
def c():
    def inner(): return late
    try: inner()
    except NameError as e: print(e)
    late = 5; r = inner(); del late
    try: inner()
    except NameError as e: print(e)
    return r
def d(): global newg; newg = 5
d(); print(newg); del newg; t(lambda: newg)
def e(): v = 1; del v; return v
def f():
    for i in []: pass
    return i
def g():
    try: del zz
    except UnboundLocalError as e: print(e)
    zz = 1
def e(): v = 1; del v; return v
def f():
    for i in []: pass
    return i
def g():
    try: del zz
    except UnboundLocalError as e: print(e)
    zz = 1
for fn in (a, b, c, e, f, g,): t(fn)
