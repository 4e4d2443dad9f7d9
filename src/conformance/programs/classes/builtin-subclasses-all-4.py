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
