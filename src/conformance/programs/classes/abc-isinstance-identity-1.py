def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
from abc import ABC, abstractmethod, ABCMeta, abstractproperty
class A(ABC):
    @abstractmethod
    def f(self): return 'A.f'
    @property
    @abstractmethod
    def p(self): ...
    @classmethod
    @abstractmethod
    def c(cls): ...
    @staticmethod
    @abstractmethod
    def s(): ...
t(A)
class B(A):
    def f(self): return super().f() + 'B'
t(B); print(sorted(B.__abstractmethods__))
class C(B):
    p = 1; c = 2; s = 3
print(C().f(), isinstance(C(), A), A.register(int) is int, isinstance(5, A), issubclass(bool, A)); t(lambda: A.register(5))
