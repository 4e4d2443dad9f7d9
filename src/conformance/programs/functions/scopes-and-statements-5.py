def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def a():
    print(x); x = 1
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
i = 0
while True:
    i += 1
    if i == 2: continue
    if i > 3: break
else: print('no')
print(i)
lst = [1, 2, 3]
for lst[0] in [7, 8]: pass
print(lst)
for a, (b, *c) in [(1, (2, 3, 4))]: print(a, b, c)
with open if 0 else __import__('contextlib').nullcontext((1, 2)) as (u, v): print(u, v)
def r():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally: print('fin', i)
t(r)
def s():
    try:
        try: return 1
        finally: raise ValueError('override')
    except ValueError: return 2
t(s)
class M:
    global mg
    mg = 5
    def f(self): return __class__
    locals()['dyn'] = 1
print(mg, M().f(), M.dyn)
