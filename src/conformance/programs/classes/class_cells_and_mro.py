"""__classcell__, a metaclass with an mro() of its own, generic classes over native ones, super() without arguments."""
class C[T](dict): pass
print(C.__mro__)
class D[T](list[T], metaclass=type): pass
class N[T](int): pass
print(N(3))
class M(type):
    def __new__(cls, n, b, ns): 
        ns.pop('__classcell__', None)
        return super().__new__(cls, n, b, ns)
try:
    class A(metaclass=M):
        def f(self): return __class__
except RuntimeError as e: print(e)
class M2(type):
    def __new__(cls, n, b, ns, cell):
        ns['__classcell__']=cell
        return super().__new__(cls, n, b, ns)
for v in (5,0,None,''):
    try:
        class A(metaclass=M2, cell=v):
            def f(self): return __class__
    except TypeError as e: print(e)
class M3(type):
    def __new__(cls, n, b, ns):
        cls = super().__new__(cls, n, b, ns)
        type('x',(),{'__classcell__': ns['__classcell__']}) if '__classcell__' in ns else None
        return cls
try:
    class A(metaclass=M3):
        def f(self): return __class__
except TypeError as e: print(e)
class M4(type):
    def __new__(cls, n, b, ns):
        return type('Other',(),dict(ns))
class B(metaclass=M4):
        def f(self): return __class__
print(B, B().f())
class M5(type):
    def __new__(cls, n, b, ns):
        type.__new__(cls,'O',(),dict(ns))
        return 7
class Z(metaclass=M5):
        pass
print(Z)
try:
    class Z(metaclass=M5):
        def f(self): __class__
except (TypeError, RuntimeError) as e: print(e)
class Mm(type):
    def mro(cls): return [cls, 5]
try:
    class Q(metaclass=Mm): pass
except TypeError as e: print(e)
class Mm(type):
    def mro(cls): return 5
try:
    class Q(metaclass=Mm): pass
except TypeError as e: print(e)
class Mm(type):
    def mro(cls): return [cls, dict, object]
try:
    class Q(metaclass=Mm): pass
except TypeError as e: print(e)
class Mm(type):
    def mro(cls): return type.mro(cls)[::-1]
class Q(metaclass=Mm): pass
print(Q.__mro__)
class Test:
    def f(self): return super().f
    def meth(s):
        def inner(): return s
        super()
        s
    def cellself(self):
        super()
        lambda: self
        super()
        return 1
print(Test().cellself())
def f(self):
    super().x
try: f(1)
except RuntimeError as e: print(e)
class X:
    def f(x):
        del x
        super()
    def g(*a): super()
    def h(self):
        nonlocal __class__
        __class__ = 42
        super()
    def i(x):
        x=5
        super()
    def j(): super()
for n in 'fghi':
    try: getattr(X(),n)()
    except (RuntimeError,TypeError) as e: print(n, type(e).__name__, e)
try: X.j()
except RuntimeError as e: print(e)
class Y:
    def m(x):
        nonlocal __class__
        del __class__
        super()
try: Y().m()
except RuntimeError as e: print(e)

import types
def cell_of():
    k = X()
    def g(): return k
    return g.__closure__[0]
try: Test.meth(cell_of())
except TypeError as e: print(e)
class Odd:
    @classmethod
    def __new__(*a, **k): print(len(a)); return None
print(Odd(), Odd(1))
class M(BaseException):
    @classmethod
    def __new__(*a): return None
try: raise IndexError from M
except BaseException as e: print(repr(e))
for a in [(1,None,1,2),(None,1,1,2),(None,)]:
    try: types.TracebackType(*a)
    except TypeError as e: print(e)
def cycle():
    try:
        raise ValueError(1)
    except ValueError as ex:
        ex.__context__ = ex
        raise TypeError(2)
try:
    cycle()
except Exception as e:
    print(repr(e), repr(e.__context__), e.__context__.__context__ is e.__context__)
