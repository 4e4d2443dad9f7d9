def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def nos(): pass
a = A(); t(a.m); t(a.m, 1, 2); t(a.c); t(a.s); t(a.nos); t(A.m); t(A.m, 1); t(A, 1); t(A, x=1); t(lambda: A.m(a=1)); t(a.m, b=1)
class B:
    def __init__(self, x, *, y): pass
t(B); t(B, 1); t(B, 1, 2, y=1); t(B, 1, y=1, z=1)
class C:
    def __new__(cls, a): return super().__new__(cls)
t(C); t(C, 1, 2)
class C2:
    def __new__(cls, *a): return super().__new__(cls, *a)
class C3:
    def __init__(self, *a): super().__init__(*a)
t(C2, 1); t(C3, 1); t(lambda: (lambda x: x)()); t(lambda: (lambda: 1)(2)); t(lambda: (lambda *, k: k)(1)); t(lambda: [x for x in map(lambda a, b: a, [1])])
def outer():
    def inner(x): pass
    return inner
t(outer()); t(outer(), 1, y=2)
