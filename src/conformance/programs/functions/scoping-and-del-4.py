def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def e(): v = 1; del v; return v
def f():
    for i in []: pass
    return i
def g():
    try: del zz
    except UnboundLocalError as e: print(e)
    zz = 1
def h():
    x = 'enclosing'
    class L:
        print(x); x = 'L'; print(x); del x; print(x)
        def m(self): return x
    return L().m()
def i():
    fs = [lambda: n for n in range(3)]; gs = [lambda n=n: n for n in range(3)]
    return [f() for f in fs], [g() for g in gs]
def j():
    if (n := 5) > 3: pass
    [m := k for k in range(3)]
    return n, m
def k():
    x = 1
    def l():
        x = 2
        def m(): nonlocal x; x = 3
        m(); return x
    return l(), x
def n():
    loc = 1; print(sorted(locals())); exec('loc = 2'); return loc, eval('loc')
def o():
    v = 1
    return [locals() for _ in range(1)], {v for _ in [1]}, sorted(vars())
for fn in (h, i, j, k, n, o,): t(fn)
