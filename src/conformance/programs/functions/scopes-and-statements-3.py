def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def e():
    v = 1; del v; return v
def f():
    for i in []: pass
    return i
def g():
    try: del zz
    except UnboundLocalError as e: print(e)
    zz = 1
def i():
    fs = [lambda: n for n in range(3)]; gs = [lambda n=n: n for n in range(3)]
    return [f() for f in fs], [g() for g in gs]
t(i)
def j():
    if (n := 5) > 3: pass
    [m := k for k in range(3)]
    return n, m
t(j)
def k():
    x = 1
    def l():
        x = 2
        def m():
            nonlocal x; x = 3
        m(); return x
    return l(), x
t(k)
def make():
    n = 0
    def inc(): nonlocal n; n += 1; return n
    def get(): return n
    return inc, get
inc, get = make(); inc(); inc(); print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
