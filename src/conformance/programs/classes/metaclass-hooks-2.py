def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class Meta(type):
    def __prepare__(name, bases, **kw): print('prepare', name, bases, kw); return {}
    __prepare__ = classmethod(lambda m, n, b, **k: (print('prepare', m.__name__, n, k), {})[1])
    def __new__(m, n, b, ns, **k): print('new', n, sorted(x for x in ns if not x.startswith('__')), k); return super().__new__(m, n, b, ns)
    def __init__(c, n, b, ns, **k): print('init', n, k); super().__init__(n, b, ns)
    def __call__(c, *a, **k): print('call', c.__name__, a, k); return super().__call__(*a, **k)
    def __getattr__(c, n): return f'meta:{n}'
    def __len__(c): return 7
    def __iter__(c): return iter('abc')
    def __contains__(c, x): return x == 1
    def __getitem__(c, k): return ('item', k)
    def __repr__(c): return f'<M {c.__name__}>'
    def __instancecheck__(c, i): print('ic'); return i == 5
    def __subclasscheck__(c, s): print('sc'); return s is int
    def __eq__(c, o): return True
    def __hash__(c): return 1
class A(metaclass=Meta, flag=1):
    x = 1
    def __init__(self, v): self.v = v
print(A(3).v, A.foo, len(A), list(A), 1 in A, A['k'], A, isinstance(5, A), isinstance(6, A), issubclass(int, A), issubclass(str, A))
print(A == 3, hash(A))
class B(A): pass
print(type(B) is Meta)
t(lambda: A())
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e: print(e)
def fmeta(n, b, ns, **k): print('fmeta', n, b, k); return type(n, b, ns)
class D(metaclass=fmeta, q=1): pass
print(type(D))
class E(metaclass=lambda *a: 42): pass
print(E)
T = type('T', (object,), {'a': 1, 'm': lambda s: s.a})
print(T().m(), T.__name__, T.__module__, T.__qualname__)
t(type, 'X', (1,), {}); t(type, 1, (), {}); t(type, 'X', [], {}); t(type, 'X', (), []); t(type, 'X', ()); t(type)
t(type, 'X', (bool,), {}); t(type, 'X', (type(None),), {}); t(type, 'X', (int, str), {}); t(type, 'X', (object, int), {}); t(type, 'X', (int, int), {})
