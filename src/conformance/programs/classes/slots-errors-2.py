def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    __slots__ = ('a', 'b')
a = A()
class B(A): __slots__ = ('c',)
b = B(); b.a = 1; b.c = 2; print(b.a, b.c); t(setattr, b, 'd', 4)
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
class H:
    __slots__ = ['__dict__', 'q']
h = H(); h.q = 1; h.w = 2; print(h.__dict__)
class M1: __slots__ = ('a',)
class M2: __slots__ = ('b',)
try:
    class N(M1, M2): pass
except TypeError as e: print(e)
class I(int):
    __slots__ = ()
t(setattr, I(3), 'x', 1)
try:
    class J(int): __slots__ = ('x',)
except TypeError as e: print(e)
class K: __slots__ = {'a': 'doc a'}
print(K.a.__doc__, K.__slots__)
class L: __slots__ = 'single'
l = L(); l.single = 1; print(l.single)
class Pr: __slots__ = ('__x',); 
Pr.set = lambda s: setattr(s, '_Pr__x', 1)
pr = Pr(); pr.set(); print(pr._Pr__x)
import copy
b2 = copy.copy(b); print(b2.a, b2.c)
t(object().__setattr__, 'x', 1)
print(A.__dict__.keys() >= {'a','b','__slots__'})
class W: __slots__=('a','__weakref__')
import weakref
w = W(); r = weakref.ref(w); print(r() is w)
t(weakref.ref, a)
