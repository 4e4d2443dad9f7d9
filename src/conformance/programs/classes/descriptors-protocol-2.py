def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class S:
    def __set__(self, i, v): print('only set', v)
class B: z = S()
b = B(); b.z = 1
print(type(b.z).__name__)
t(lambda: delattr(b, 'z'))
b.__dict__['z'] = 5
print(b.z)
class Bad:
    def __set_name__(self, o, n): raise ValueError('no')
try:
    class C: q = Bad()
except ValueError as e: print(e, e.__notes__)
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
t(setattr, p, 'ro', 1); t(delattr, p, 'ro')
