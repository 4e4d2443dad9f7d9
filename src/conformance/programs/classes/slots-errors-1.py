def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    __slots__ = ('a', 'b')
a = A()
t(getattr, a, 'a'); a.a = 1; print(a.a); t(setattr, a, 'c', 1); t(getattr, a, '__dict__')
del a.a; t(delattr, a, 'a'); t(getattr, a, 'a')
class B(A): __slots__ = ('c',)
b = B(); b.a = 1; b.c = 2; print(b.a, b.c); t(setattr, b, 'd', 4)
class C(A): pass
c = C(); c.zz = 1; print(c.__dict__)
print(A.a, type(A.a).__name__)
try:
    class E:
        __slots__ = ('x',)
        x = 1
except ValueError as e: print(e)
try:
    class F:
        __slots__ = ('1x',)
except TypeError as e: print(e)
try:
    class G:
        __slots__ = (1,)
except TypeError as e: print(e)
