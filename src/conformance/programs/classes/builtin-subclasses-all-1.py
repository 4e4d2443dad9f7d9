def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class MyInt(int):
    def __new__(cls, v, tag=None): o = super().__new__(cls, v); o.tag = tag; return o
    def __repr__(s): return f'MyInt({int(s)})'
    def __add__(s, o): return MyInt(int(s) + o)
m = MyInt(5, 'x'); print(m, repr(m), m.tag, m + 1, 1 + m, m * 2, type(m * 2).__name__, m == 5, hash(m) == hash(5), {5: 'a'}[m], [1,2,3,4,5,6][m], range(m), f'{m}', f'{m:03d}', '%d' % m, '%s' % m, int(m), bool(MyInt(0)), m.bit_length(), -m, type(-m).__name__, isinstance(m, int), m.real, type(m.real).__name__)
class MyFloat(float):
    def __repr__(s): return 'MF'
    def __str__(s): return 'mf'
f = MyFloat(1.5); print(f, repr(f), f + 1, f'{f}', f'{f:.2f}', [f], round(f), float(f), type(float(f)).__name__)
class MyStr(str):
    def __repr__(s): return 'MS' + super().__repr__()
    def upper(s): return 'UP'
    def __len__(s): return 99
    def __getitem__(s, k): return 'gi'
    def __eq__(s, o): return False
    __hash__ = str.__hash__
s = MyStr('abc'); print(s, repr(s), s.upper(), len(s), s[0], s == 'abc', 'abc' == s, s + 'd', type(s + 'd').__name__, s.lower(), type(s.lower()).__name__, ''.join([s]), {s: 1}, 'abc' in {s: 1}, f'{s}', f'{s!r:>8}', s.replace('a', 'b'), list(s), str(s), type(str(s)).__name__, s.split('b'), 'b' in s, isinstance(s, str))
