"""Subscripts of classes whose metaclass answers for them, and what copying asks an object for."""
import copy
class Meta(type):
    def __getattr__(cls, k): return 'meta', k
class A(metaclass=Meta): pass
def attempt(f):
    try: return f()
    except Exception as e: return f"{type(e).__name__}: {e}"
print(attempt(lambda: A[1]))
class Meta2(type):
    def __getattr__(cls, k): raise AttributeError(k)
class B(metaclass=Meta2): pass
print(attempt(lambda: B[1]))
class C:
    def __getattribute__(self, k): print('get', k); return object.__getattribute__(self, k)
print(attempt(lambda: copy.copy(C()).n))
class D: pass
print(attempt(lambda: D[1]), attempt(lambda: int[1]), list[int])
