def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def f(self): return ['A']
    @classmethod
    def c(cls): return ['A', cls.__name__]
    @staticmethod
    def s(): return 's'
    @property
    def p(self): return 'Ap'
class B(A):
    def f(self): return ['B'] + super().f()
    @classmethod
    def c(cls): return ['B'] + super().c()
    @property
    def p(self): return 'B' + super().p
class C(A):
    def f(self): return ['C'] + super().f()
class D(B, C):
    def f(self): return ['D'] + super().f()
    def g(self): return super().nope
    def h(self): super().x = 1
    def l(self): return [super().f() for _ in range(1)]
    def lam(self): return (lambda: super().f())()
print(D().f(), D.c(), D().p, [k.__name__ for k in D.__mro__]); t(D().g); t(D().h); t(D().l); t(D().lam)
print(super(B, D()).f(), super(D, D).c())
t(lambda: super(B, 3)); t(lambda: super()); t(lambda: super(1, 2))
def outside(self): return super().f()
A.out = outside; t(A().out)
try:
    class X(A, B): pass
except TypeError as e: print(e)
try:
    class Y(A, A): pass
except TypeError as e: print(e)
print(super(B, D())); print(repr(super(B, D)))
sup = super(B, D()); print(sup.__thisclass__, sup.__self_class__, type(sup.__self__).__name__)
u = super(B); print(u); t(lambda: u.f)
class N:
    def m(): return super().x
t(N.m)
class O:
    def m(self):
        del self
        return super().__repr__()
t(O().m)
class Q:
    def m(*args): return super().__repr__
t(Q().m) if 0 else None
print(D.mro() == list(D.__mro__))
class E(D): pass
E.__bases__ = (C,); print([k.__name__ for k in E.__mro__], E().f())
t(setattr, E, '__bases__', ()); t(setattr, E, '__bases__', 3); t(setattr, E, '__bases__', (int,))
t(setattr, E, '__name__', 3); E.__name__ = 'Renamed'; print(E, E.__qualname__)
t(setattr, E, '__class__', 3); t(delattr, E, '__name__'); 
t(setattr, int, 'x', 1); t(delattr, int, 'real')
d = D(); d.__class__ = C; print(d.f()); t(setattr, d, '__class__', int); t(setattr, d, '__class__', 3)
