def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A: __slots__ = ('a', 'b')
a = A()
t(getattr, a, 'a'); a.a = 1; print(a.a); t(setattr, a, 'c', 1); t(getattr, a, '__dict__'); del a.a; t(delattr, a, 'a')
class B(A): pass
b = B(); b.a = 1; b.z = 2; print(b.a, b.__dict__)
class C(A): __slots__ = ('c',)
c = C(); c.a, c.b, c.c = 1, 2, 3; t(setattr, c, 'd', 4); print(c.a + c.b + c.c)
print(A.a, type(A.a).__name__, A.__slots__, A.a.__get__(c), A.a.__name__, A.a.__objclass__)
t(A.a.__get__, 5); A.a.__set__(c, 10); print(c.a); A.a.__delete__(c); t(lambda: c.a)
def cls(slots, base=object, **ns): return type('T', (base,), {'__slots__': slots, **ns})
t(cls, ('1x',)); t(cls, (1,)); t(cls, ('x',), int); t(cls, ('x',), tuple); t(cls, (), int); t(lambda: cls(('x',), x=1)); t(cls, ('__dict__', '__dict__')); t(cls, ('__dict__',), B); t(cls, ('__weakref__',), B); t(cls, 5)
t(setattr, cls((), int)(3), 'x', 1)
class M1: __slots__ = ('x',)
class M2: __slots__ = ('y',)
class M3: __slots__ = ()
t(type, 'N', (M1, M2), {}); print(type('N', (M1, M3), {}).__name__)
class D: __slots__ = {'q': 'doc of q'}
d = D(); d.q = 5; print(d.q, D.__slots__)
class S: __slots__ = 'single'
s = S(); s.single = 1; print(s.single)
