def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): "doc v"; return self._v
    @v.setter
    def v(self, x): self._v = x
    @property
    def ro(self): return 1
    @v.deleter
    def v(self): print('deleted')
p = P(); p.v = 5; print(p.v, P.v.__doc__, P.v.fget.__name__); del p.v
P.wo = property(None, lambda s, v: None)
t(getattr, p, 'wo')
class Q(P):
    @P.v.getter
    def v(self): return 'q'
print(Q().v)
t(lambda: property(1).__get__(p))
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o):
        if i is None: return self
        v = i.__dict__[self.n] = self.f(i); return v
class U:
    @Lazy
    def big(self): print('computing'); return 42
u = U(); print(u.big, u.big, isinstance(U.big, Lazy))
print(property.__get__(P.v, p, P))
