def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class MyInt(int):
    def __new__(cls, v, tag=None): o = super().__new__(cls, v); o.tag = tag; return o
    def __repr__(s): return f'MyInt({int(s)})'
    def __add__(s, o): return MyInt(int(s) + o)
class MyStr(str):
    def __repr__(s): return 'MS' + super().__repr__()
    def upper(s): return 'UP'
    def __len__(s): return 99
    def __getitem__(s, k): return 'gi'
    def __eq__(s, o): return False
    __hash__ = str.__hash__
s = MyStr('abc'); print(s, repr(s), s.upper(), len(s), s[0], s == 'abc', 'abc' == s, s + 'd', type(s + 'd').__name__, s.lower(), type(s.lower()).__name__, ''.join([s]), {s: 1}, 'abc' in {s: 1}, f'{s}', f'{s!r:>8}', s.replace('a', 'b'), list(s), str(s), type(str(s)).__name__, s.split('b'), 'b' in s, isinstance(s, str))
class MT(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(s): return s[0]
class MS(set):
    def add(s, x): super().add(x + 1)
ms = MS([1]); ms.add(5); print(ms, ms | {9}, type(ms | {9}).__name__, type(ms.copy()).__name__, ms == {1, 6}, frozenset(ms) == {1, 6})
class MB(bytes): pass
print(MB(b'ab'), MB(b'a') + b'b', type(MB(b'a')[:]).__name__, MB(b'a') == b'a')
class FS(frozenset): pass
print(FS([1]), {FS([1]): 2}[frozenset([1])], type(FS([1]) | FS([2])).__name__, type(FS([1]).copy()).__name__)
t(lambda: MyInt('x')); t(lambda: MT.__new__(list)); t(lambda: int.__new__(str)); t(lambda: object.__new__(int)); t(lambda: list.__new__(dict)); t(lambda: int.__new__(5)); t(lambda: str.__add__(1, 2)); t(lambda: list.append({}, 1)); t(lambda: int.__add__('a', 1)); t(lambda: dict.get([], 1)); t(lambda: list.append()); t(lambda: int.__add__(1)); t(lambda: (1).__add__('a')); t(lambda: (1).__add__()); t(lambda: [].__len__(1)); t(lambda: 'a'.__eq__(1)); t(lambda: (1.5).__add__(1)); t(lambda: (1).__add__(1.5))
class Ix:
    def __index__(s): return 'a'
t(lambda: [1][Ix()]); t(lambda: range(Ix())); t(lambda: hex(Ix())); t(lambda: int(Ix())); t(lambda: 'a' * Ix())
class In:
    def __int__(s): return 'x'
t(lambda: int(In()))
class Fl:
    def __float__(s): return 1
t(lambda: float(Fl()))
class Cx:
    def __complex__(s): return 1
t(lambda: complex(Cx()))
