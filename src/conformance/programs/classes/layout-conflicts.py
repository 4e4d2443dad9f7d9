def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
t(type, 'X', (int, str), {}); t(type, 'X', (list, dict), {}); t(type, 'X', (int, float), {}); t(type, 'X', (Exception, int), {}); t(type, 'X', (OSError, StopIteration), {}); t(type, 'X', (KeyError, ValueError), {}); t(type, 'X', (ValueError, OSError), {})
t(type, 'X', (bool,), {}); t(type, 'X', (type(None),), {}); t(type, 'X', (range,), {}); t(type, 'X', (type(lambda: 0),), {}); t(type, 'X', (slice,), {}); t(type, 'X', (type(...),), {}); t(type, 'X', (memoryview,), {})
t(type, 'X', (object, int), {}); t(type, 'X', (int, int), {}); t(type, 'X', (1,), {}); t(type, 'X', (), []); t(type, 'X', [], {}); t(type, 1, (), {}); t(type, 'X', ()); t(type)
class A: pass
class B(A): pass
a = A(); a.__class__ = B; print(type(a).__name__)
class S: __slots__ = ('x',)
class S2: __slots__ = ('x',)
class L(list): pass
t(setattr, a, '__class__', S); t(setattr, a, '__class__', L); t(setattr, a, '__class__', int); t(setattr, a, '__class__', 5); t(setattr, 5, '__class__', A); s = S(); s.x = 1; t(setattr, s, '__class__', S2)
class C(B): pass
C.__bases__ = (A,); print(C.__mro__, B.__subclasses__(), C in A.__subclasses__(), C.__base__)
t(setattr, C, '__bases__', ()); t(setattr, C, '__bases__', [A]); t(setattr, C, '__bases__', (C,)); t(setattr, A, '__bases__', (C,)); t(setattr, C, '__bases__', (A, A)); t(setattr, C, '__bases__', (5,)); print(C.__bases__)
class P: v = 'P'
class Q: v = 'Q'
class R(P): pass
class U(R): pass
print(U.v); R.__bases__ = (Q,); print(U.v, U.__mro__)
t(delattr, C, '__name__'); t(delattr, C, '__bases__'); t(setattr, C, '__name__', 5); t(setattr, int, 'x', 1); t(delattr, int, 'real'); t(setattr, C, '__qualname__', 5); C.__name__ = 'New'; print(C, C.__qualname__)
