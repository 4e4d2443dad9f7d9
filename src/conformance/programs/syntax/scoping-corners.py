x = 'global'
class A:
    x = 'class'
    def f(self): return x
    g = lambda self: x
    y = x
    class B:
        z = x
    def h(self, x=x): return x
print(A().f(), A().g(), A.y, A.B.z, A().h())
def outer():
    x = 'outer'
    class C:
        a = x
        x = 'inner class'
        b = x
    def inner():
        return x
    return C.b, inner()
try:
    print(outer())
except (UnboundLocalError, NameError) as e:
    print(type(e).__name__, e)
def shadow():
    print = lambda *a: 'shadowed'
    return print('x')
print(shadow())
def comp():
    n = 5
    fs = [lambda: (i, n) for i in range(3)]
    n = 6
    return [f() for f in fs]
print(comp())
def exc():
    e = 'before'
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)
print(exc())
for i in range(3):
    pass
print(i, [i for i in 'ab'], i)
with open('/dev/null') if False else __import__('contextlib').nullcontext(7) as seven: pass
print(seven)
def gen():
    global made_global
    made_global = 1
    yield
list(gen())
print(made_global)
def nested(n):
    def up():
        nonlocal n
        n += 1
        def again():
            nonlocal n
            n *= 10
        again()
        return n
    return up(), n
print(nested(1))
import math as m, os.path as osp
from math import floor as fl
print(m.floor(1.5), fl(2.5), osp.basename('/a/b'), 'math' in dir())
def star():
    a, *b, (c, *d) = 1, 2, 3, (4, 5)
    return locals()
print(star())
lst = [1, 2, 3]
lst[0], lst[lst[0]] = 2, 'at index 2'
print(lst)
def defaults(a, b=[], *, c={}):
    b.append(a); c[a] = len(b)
    return b, c
defaults(1); print(defaults(2))
t = 1,
print(t, type(t), (yield_ := 3), __name__ == '__main__')
if True:
    def cond(): return 'defined in if'
print(cond())
del cond
try:
    cond()
except NameError as e:
    print(e)
