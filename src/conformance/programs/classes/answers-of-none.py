"""Special methods that answer None, which is an answer; and print, which asks its arguments one after another."""
class A:
    def __divmod__(self, o): return None
    def __rdivmod__(self, o): return None
    def __abs__(self): return None
    def __round__(self, n=None): return None
    def __trunc__(self): return None
    def __pow__(self, o, m=None): return None
    def __rpow__(self, o, m=None): return None
    def __rrshift__(self, o): return None
    def __reversed__(self): return None
    def __iter__(self): return None
    def __next__(self): return None
    def __call__(self): return None
    def __getitem__(self, k): return None
    def __missing__(self, k): return None
    def __enter__(self): return None
    def __exit__(self,*a): return None
    def __aiter__(self): return None
    def __await__(self): return None
    def __lt__(self, o): return None
    def __eq__(self, o): return None
    def __ne__(self, o): return None
    def __neg__(self): return None
    def __invert__(self): return None
    def __matmul__(self, o): return None
    def __imatmul__(self, o): return None
    def __iadd__(self, o): return None
    def __len__(self): return None
    def __bool__(self): return None
    def __hash__(self): return None
    def __int__(self): return None
    def __float__(self): return None
    def __complex__(self): return None
    def __index__(self): return None
    def __bytes__(self): return None
    def __str__(self): return None
    def __repr__(self): return None
    def __format__(self, s): return None
    def __dir__(self): return None
    def __contains__(self, o): return None
    def __sizeof__(self): return None
    def __length_hint__(self): return None
    def __fspath__(self): return None
    def __instancecheck__(self, o): return None
    def __subclasscheck__(self, o): return None
    def __copy__(self): return None
    def __floor__(self): return None
    def __ceil__(self): return None
    def __class_getitem__(cls, k): return None
    def __getattr__(self, n): return None
    def __reduce_ex__(self, p): return None
import operator, math, sys, copy, os
def t(n, f):
    try: print(n, f())
    except Exception as e: print(n, type(e).__name__, e)
a = A()
def iadd():
    global a; b = a; b += 1; return b
def imat():
    b = a; b @= 1; return b
def w():
    with a as x: return x
for n, f in dict(divmod=lambda: divmod(a, 1), rdivmod=lambda: divmod(1, a), abs=lambda: abs(a), round=lambda: round(a), round1=lambda: round(a, 1), trunc=lambda: math.trunc(a), pow=lambda: a ** 1, pow3=lambda: pow(a, 1, 2), rpow=lambda: 1 ** a, rrshift=lambda: 1 >> a, reversed=lambda: reversed(a), iter=lambda: iter(a), next=lambda: next(a), call=lambda: a(), getitem=lambda: a[1], with_=w, lt=lambda: a < 1, gt=lambda: 1 > a, eq=lambda: a == 1, ne=lambda: a != 1, neg=lambda: -a, inv=lambda: ~a, mat=lambda: a @ 1, imat=imat, iadd=iadd, len=lambda: len(a), bool=lambda: bool(a), not_=lambda: not a, hash=lambda: hash(a), int=lambda: int(a), float=lambda: float(a), complex=lambda: complex(a), index=lambda: operator.index(a), bytes=lambda: bytes(a), str=lambda: str(a), repr=lambda: repr(a), format=lambda: format(a), fstr=lambda: f'{a}', dir=lambda: dir(a), contains=lambda: 1 in a, size=lambda: sys.getsizeof(a), hint=lambda: operator.length_hint(a), fspath=lambda: os.fspath(a), inst=lambda: isinstance(1, a), sub=lambda: issubclass(int, a), copy=lambda: copy.copy(a), floor=lambda: math.floor(a), ceil=lambda: math.ceil(a), cgi=lambda: A[1], attr=lambda: a.foo, deepcopy=lambda: copy.deepcopy(a), list=lambda: list(a), dict=lambda: {a: 1}, sorted=lambda: sorted([a, a]), maxx=lambda: max(a, a), rng=lambda: range(a), idx=lambda: [1][a], sl=lambda: [1][a:], chr=lambda: chr(a), hexx=lambda: hex(a), mul=lambda: 'a' * a, percent=lambda: '%d' % a, percents=lambda: '%s' % a, percentr=lambda: '%r' % (a,), rdunder=lambda: a.__reduce__() and 1, ltl=lambda: [a] < [a], eql=lambda: [a] == [A()], inl=lambda: A() in [a], cnt=lambda: [a].count(A())).items():
    t(n, f)
class Loud:
    def __init__(self, name, fails=False): self.name, self.fails = name, fails
    def __str__(self):
        print('asked', self.name, Quiet())
        if self.fails: raise ValueError(self.name)
        return f'<{self.name}>'
class Quiet:
    def __repr__(self): return 'quiet'
print('one', Loud('a'), 'two', Loud('b'))
try: print('one', Loud('a'), 'two', Loud('b', True), 'never')
except ValueError as e: print('caught', e)
print('x', [Quiet(), Quiet()], sep='-', end='.\n')
try: print('x', sep=1)
except TypeError as e: print(e)
d = {k: None for k in (1, 2)}
class Hashed:
    def __init__(self): self.count = 0
    def __hash__(self): self.count += 1; return 1
h = Hashed(); d[h] = None; h.count = 0; d[h]; print(h.count)
