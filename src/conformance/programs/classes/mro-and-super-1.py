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
