def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A: __slots__ = ('a', 'b')
a = A()
class C(A): __slots__ = ('c',)
c = C(); c.a, c.b, c.c = 1, 2, 3; t(setattr, c, 'd', 4); print(c.a + c.b + c.c)
class P:
    __slots__ = ('__secret', '_semi')
    def __init__(self): self.__secret = 1; self._semi = 2
p = P(); print(p._P__secret, p._semi)
class E: __slots__ = ('v', '__dict__')
e = E(); e.v = 1; e.w = 2; print(e.__dict__, e.v)
import copy; f = copy.copy(e); print(f.v, f.w); g = copy.deepcopy(c); print(g.b, g.c, hasattr(g, 'a'))
print(c.__getstate__(), e.__getstate__(), a.__getstate__())
