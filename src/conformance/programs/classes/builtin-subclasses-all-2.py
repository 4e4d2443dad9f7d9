def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class MyStr(str):
    def __repr__(s): return 'MS' + super().__repr__()
    def upper(s): return 'UP'
    def __len__(s): return 99
    def __getitem__(s, k): return 'gi'
    def __eq__(s, o): return False
    __hash__ = str.__hash__
s = MyStr('abc'); print(s, repr(s), s.upper(), len(s), s[0], s == 'abc', 'abc' == s, s + 'd', type(s + 'd').__name__, s.lower(), type(s.lower()).__name__, ''.join([s]), {s: 1}, 'abc' in {s: 1}, f'{s}', f'{s!r:>8}', s.replace('a', 'b'), list(s), str(s), type(str(s)).__name__, s.split('b'), 'b' in s, isinstance(s, str))
class ML(list):
    def append(s, x): super().append(x * 2)
    def __getitem__(s, i): return ('got', super().__getitem__(i))
    def __len__(s): return 42
    def __repr__(s): return 'ML' + super().__repr__()
    def __iter__(s): return iter('iter')
l = ML([1, 2]); l.append(3); print(l, l[0], len(l), list(l), [*l], l == [1, 2, 6], sorted(l), l + [1], type(l + [1]).__name__, l[0:1], type(l.copy()).__name__, bool(l), 2 in l, tuple(l), max(l)); l.attr = 1; print(l.attr, l.__dict__)
class MD(dict):
    def __missing__(s, k): return f'missing {k}'
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
    def keys(s): return ['fake']
d = MD(a=1); d['b'] = 2; print(d, d['zz'], d.get('zz'), 'zz' in d, d.setdefault('q', 3), {**d}, dict(d), list(d), d.pop('a'), d | {'x': 1}, type(d | {}).__name__, MD.fromkeys('ab', 1)); d.update(c=5); print(d); t(lambda: d.pop('nope'))
class MT(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
    @property
    def first(s): return s[0]
mt = MT(1, 2); print(mt, mt.first, mt == (1, 2), hash(mt) == hash((1, 2)), mt + (3,), type(mt[:]).__name__, {mt: 1}[(1, 2)], len(mt)); a, b = mt; print(a, b)
class St:
    def __str__(s): return 1
    def __repr__(s): return 2
    def __format__(s, x): return 3
    def __bool__(s): return 4
    def __hash__(s): return 'x'
    def __bytes__(s): return 5
    def __iter__(s): return 6
    def __contains__(s, x): return 'yes'
    def __len__(s): return 'len'
    def __dir__(s): return 5
s = St(); t(str, s); t(repr, s); t(format, s); t(bool, s); t(hash, s); t(bytes, s); t(iter, s); t(lambda: 1 in s); t(len, s); t(dir, s); t(lambda: f'{s}'); t(lambda: '%s' % s); t(lambda: '{}'.format(s)); t(print, s); t(ascii, s); t(lambda: [s].__repr__())
