def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, /, b, *, c): return a, b, c
def f4(*, k, l): pass
def f5(a, b, c, d): pass
def f6(*a, **k): return a, k
def f7(a, b, /, c=3, *d, e, f=6, **g): return a, b, c, d, e, f, g
t(f0, 1); t(f0, 1, 2); t(f0, a=1); t(f1); t(f1, 1, 2); t(f1, 1, a=2); t(f1, b=2); t(f2); t(f2, 1, 2, 3); t(f2, b=3); t(f3, 1, 2, 3); t(f3, a=1, b=2, c=3); t(f3, 1, 2); t(f3, 1, c=3); t(f3); t(f4); t(f4, 1); t(f4, k=1); t(f4, 1, k=1); t(f4, 1, 2, k=1, l=2); t(f5); t(f5, 1); t(f5, 1, 2); t(f5, 1, 2, 3); t(f5, 1, 2, 3, 4, 5); t(f6, 1, 2, z=3); t(f7, 1); t(f7, 1, 2); t(f7, 1, 2, 3, 4, 5, e=1, z=2); t(f7, 1, 2, a=1, e=2); t(f7, 1, 2, c=1, e=2); t(f3, 1, b=1, c=2, d=3); t(f1, aa=1); t(f2, 1, bb=2); t(f4, kk=1); t(f5, 1, dd=2)
t(lambda: f1(*5)); t(lambda: f1(**5)); t(lambda: f1(*[1], **{'a': 2})); t(lambda: f6(**{1: 2})); t(lambda: f6(**{'a': 1}, **{'a': 2})); t(lambda: f6(a=1, **{'a': 2})); t(lambda: f6(*[1], *(2,), **{'a': 1}, b=2)); t(lambda: f6(*'ab', *{}, *range(2))); t(lambda: f1(*None)); t(lambda: print(*5)); t(lambda: len(**5)); t(lambda: [].append(*1)); t(lambda: f6(**{'a': 1, 'b': 2}, c=3)); t(lambda: f6(*(i for i in range(3)))); t(lambda: int(*5)); t(lambda: A.c(*5))
class A:
    def m(self, a): pass
    @classmethod
    def c(cls, a): pass
    @staticmethod
    def s(a): pass
    def nos(): pass
a = A(); t(a.m); t(a.m, 1, 2); t(a.c); t(a.s); t(a.nos); t(A.m); t(A.m, 1); t(A, 1); t(A, x=1); t(lambda: A.m(a=1)); t(a.m, b=1)
