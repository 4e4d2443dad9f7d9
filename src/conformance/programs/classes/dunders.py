class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f'V({self.x}, {self.y})'
    def __add__(self, o):
        if not isinstance(o, V): return NotImplemented
        return V(self.x + o.x, self.y + o.y)
    def __radd__(self, o): return ('radd', o)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __neg__(self): return V(-self.x, -self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __bool__(self): return bool(self.x or self.y)
    def __eq__(self, o): return isinstance(o, V) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __getitem__(self, i):
        print('getitem', i)
        return (self.x, self.y)[i]
    def __len__(self): return 2
    def __call__(self, *a, **k): return a, k
    def __contains__(self, v): return v in (self.x, self.y)
    def __format__(self, spec): return f'<{spec}|{self.x}>'
    def __iadd__(self, o):
        self.x += o
        return self
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __index__(self): return self.x
    def __round__(self, n=None): return ('round', n)
    def __divmod__(self, o): return ('divmod', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __invert__(self): return 'inv'
    def __reversed__(self): return iter([self.y, self.x])
    def __int__(self): return 42
    def __float__(self): return 4.2
    def __bytes__(self): return b'V'

v = V(3, 4)
print(v + V(1, 1), 5 + v, v * 2, 3 * v, -v, abs(v), bool(V(0, 0)), v == V(3, 4), v != V(3, 4), len({v, V(3, 4)}))
print(v[0], v[-1], list(v), len(v), v(1, k=2), 3 in v, f'{v:spec}', format(v), f'{v}', v @ v)
v += 10
print(v, [10, 20, 30, 40, 50][V(2, 0)], hex(V(255, 0)), round(v), round(v, 2), divmod(v, 3), v ** 2, pow(v, 2, 3), ~v, list(reversed(v)))
print(int(v), float(v), bytes(v), range(V(3, 0)), '%d' % V(1, 1))
try:
    v + 'a'
except TypeError as e:
    print(e)
class NoHash:
    def __eq__(self, o): return True
try:
    {NoHash()}
except TypeError as e:
    print(e)
class Weird:
    def __len__(self): return -1
    def __bool__(self): return 5
    def __repr__(self): return 3
    def __iter__(self): return 3
    def __hash__(self): return 'x'
for call in (lambda: len(w), lambda: bool(w), lambda: repr(w), lambda: iter(w), lambda: hash(w), lambda: 1 if w else 0):
    try:
        w = Weird()
        call()
    except Exception as e:
        print(type(e).__name__, e)
