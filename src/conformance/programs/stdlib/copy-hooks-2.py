import copy
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init__(s, x): print('init'); s.x = x
a = A([1, [2]]); b = copy.copy(a); c = copy.deepcopy(a); print(b.x is a.x, c.x is a.x, c.x == a.x, c.x[1] is a.x[1])
class D:
    def __init__(s): s.a = 1; s.b = 2
    def __getstate__(s): return {'a': s.a}
    def __setstate__(s, st): s.__dict__.update(st); s.restored = True
d = copy.copy(D()); print(d.__dict__)
class E(list): pass
e = E([1, [2]]); e.attr = 5; f = copy.deepcopy(e); print(f, type(f).__name__, f.attr, f[1] is e[1])
class F(dict): pass
f = F(a=[1]); f.z = 1; g = copy.copy(f); print(g, g.z, type(g).__name__, g['a'] is f['a'])
class G(tuple): pass
print(copy.copy(G((1, 2))), copy.deepcopy(G(([1],))))
class H:
    __slots__ = ('x', 'y', '__dict__')
h = H(); h.x = 1; h.q = 2; i = copy.copy(h); print(i.x, i.q, hasattr(i, 'y')); j = copy.deepcopy(h); print(j.x, j.q)
class I(int): pass
x = I(5); x.t = [1]; y = copy.deepcopy(x); print(y, y.t, type(y).__name__, y.t is x.t)
l = [1]; l.append(l); m = copy.deepcopy(l); print(m[1] is m, m)
d = {}; d['self'] = d; print(copy.deepcopy(d))
print(copy.deepcopy((1, [2])), copy.copy({1, 2}), copy.deepcopy(frozenset([1])), copy.copy(len), copy.copy(A) is A)
t(copy.copy, (x for x in [])); t(lambda: copy.replace(1)); print(A.__reduce_ex__.__name__, object().__reduce_ex__(2)[0].__name__, a.__reduce_ex__(2)[1:3]); print(a.__getstate__(), object().__getstate__(), h.__getstate__())
class N:
    def __getnewargs__(s): return (1, 2)
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
copy.copy(N())
class NE:
    def __getnewargs_ex__(s): return ((1,), {'k': 2})
    def __new__(cls, *a, **k): print('new', a, k); return super().__new__(cls)
copy.copy(NE())
import types; print(copy.copy(types.SimpleNamespace(a=1)))
e = copy.copy(ValueError('x', 1)); print(repr(e), type(e))
class EX(Exception):
    def __init__(s, a): super().__init__('msg'); s.a = a
t(copy.copy, EX(1)); ex = EX(2); print(ex.__reduce__())
