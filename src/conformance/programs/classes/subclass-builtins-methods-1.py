class MyInt(int):
    def __new__(cls, v, tag=None): o = super().__new__(cls, v); o.tag = tag; return o
    def __repr__(s): return f'MyInt({int(s)})'
    def __add__(s, o): return MyInt(int(s) + o)
m = MyInt(5, 'x'); print(m, repr(m), m.tag, m + 1, 1 + m, m * 2, type(m * 2).__name__, m == 5, hash(m) == hash(5), {5: 'a'}[m], [1, 2, 3, 4, 5, 6][m], range(m), f'{m}', f'{m:03d}', '%d' % m, '%s' % m, bool(MyInt(0)), -m, type(-m).__name__, m.real, type(m.real).__name__)
class MyStr(str):
    def __repr__(s): return 'MS' + super().__repr__()
    def upper(s): return 'UP'
    def __len__(s): return 99
    def __getitem__(s, k): return 'gi'
    def __eq__(s, o): return False
    __hash__ = str.__hash__
s = MyStr('abc'); print(s, repr(s), s.upper(), len(s), s[0], s == 'abc', 'abc' == s, s + 'd', type(s + 'd').__name__, s.lower(), ''.join([s]), 'abc' in {s: 1}, f'{s}', f'{s!r:>8}', list(s), type(str(s)).__name__, s.split('b'), 'b' in s)
class ML(list):
    def append(s, x): super().append(x * 2)
    def __getitem__(s, i): return ('got', super().__getitem__(i))
    def __len__(s): return 42
    def __repr__(s): return 'ML' + super().__repr__()
    def __iter__(s): return iter('iter')
l = ML([1, 2]); l.append(3); print(l, l[0], len(l), list(l), [*l], l == [1, 2, 6], sorted(l), l + [1], type(l + [1]).__name__, l[0:1], type(l.copy()).__name__, bool(l), 2 in l, tuple(l), max(l)); l.attr = 1; print(l.__dict__)
