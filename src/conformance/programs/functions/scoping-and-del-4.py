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
def p():
    del x
def q(arg): del arg; return arg
def r():
    try: return undefined
    except NameError as e: return e.name, str(e)
def s():
    import math as mm; del mm; return mm
def u():
    with __import__('contextlib').nullcontext(1) as w: pass
    return w, [w for w in (2,)], w
def v():
    for y in (1, 2): pass
    def z(): return y
    y = 3; return z()
def w():
    def inner():
        class C: y = 1; z = [y for _ in (1,)] if False else y
        return C.z
    return inner()
for fn in (h, i, j, k, n, o,): t(fn)
for fn in (p, r, s, u, v, w,): t(fn)
t(q, 1); del x; t(lambda: x); t(exec, 'del never'); t(exec, 'def f():\n  del q2\n  q2 = 1\nf()')
