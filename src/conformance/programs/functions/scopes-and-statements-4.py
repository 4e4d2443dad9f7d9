def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def a():
    print(x); x = 1
def b():
    def inner(): nonlocal q; q += 1; return q
    q = 1; inner(); return inner(), q
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
exec('ex = 1\ndef fe(): return ex'); print(ex, fe()); ns = {'a': 1}; exec('b = a + 1', ns); print(ns['b']); print(eval('a + q', {'a': 1}, {'q': 2})); l = {}; exec('zz = 1', {}, l); print(l)
def n():
    loc = 1; print(sorted(locals())); exec('loc = 2'); return loc, eval('loc')
t(n)
def o(): 
    v = 1
    return [locals() for _ in range(1)], {v for _ in [1]}, sorted(vars())
t(o)
print([[y for y in range(x)] for x in range(3)], [(x, y) for x in range(2) for y in range(x + 1) if y], x)
def p(a, b=[]): b.append(a); return b
print(p(1), p(2), p.__defaults__)
def q(n): return n if n < 2 else q(n - 1) + q(n - 2)
print(q(15), (lambda f: f(f, 5))(lambda f, n: 1 if n == 0 else n * f(f, n - 1)))
for z in range(2): pass
else: print('for-else', z)
while False: pass
else: print('while-else')
i = 0
while True:
    i += 1
    if i == 2: continue
    if i > 3: break
else: print('no')
