def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
class Meta(type):
    def __call__(cls, *a, **k):
        print('meta call', cls.__name__, a, k)
        o = super().__call__(*a, **k)
        print('made', type(o).__name__)
        return o
class A(metaclass=Meta):
    def __new__(cls, *a): print('new', a); return super().__new__(cls)
    def __init__(self, *a): print('init', a)
A(1, 2)
class B:
    def __new__(cls, x): return x
    def __init__(self, x): print('init of', self)
print(B(5)); b = B(B.__new__(B, object.__new__(B))); print(type(b).__name__)
class C(B):
    def __new__(cls, *a): return object.__new__(B)
print(type(C(1)).__name__)
class D:
    def __init__(self): return 1
t(D)
