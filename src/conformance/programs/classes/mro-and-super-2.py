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
