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
    def __index__(s): return 'a'
    def __int__(s): return 'x'
    def __float__(s): return 1
    def __complex__(s): return 1
    def __reversed__(s): return 7
    def __enter__(s): return 'e'
    def __exit__(s, *a): return 'truthy'
    def __call__(s): return NotImplemented
    def __next__(s): return StopIteration
    def __length_hint__(s): return 'hint'
    def __round__(s, n=None): return 'round'
    def __getattr__(s, n): return n
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
s = St(); t(str, s); t(repr, s); t(format, s); t(bool, s); t(hash, s); t(bytes, s); t(iter, s); t(lambda: 1 in s); t(len, s); t(dir, s); t(lambda: f'{s}'); t(lambda: f'{s!r}'); t(lambda: '%s' % s); t(lambda: '{}'.format(s)); t(print, s); t(ascii, s); t(lambda: [s].__repr__()); t(lambda: [1][s]); t(range, s); t(hex, s); t(int, s); t(float, s); t(complex, s); t(lambda: 'a' * s); t(reversed, s); t(s); t(next, s); t(round, s); t(lambda: list(s)); t(lambda: {s: 1}); t(lambda: s.anything); t(lambda: sum([s]))
with s as v: print(v); raise KeyError
class I(int):
    def __index__(s): return 99
    def __int__(s): return 98
i = I(3); print([0, 1, 2, 3, 4][i], int(i), hex(i), range(10)[i], 'ab' * i, float(i))
class X:
    def __index__(s): return True
print([5, 6][X()], hex(X()), range(5)[X()])
class F(float):
    def __float__(s): return 2.5
print(float(F(1)), int(F(3.7)), F(1) + 1, f'{F(1.5):.2f}')
class T:
    def __trunc__(s): return 5
t(int, T())
class B(bytes): 
    def __bytes__(s): return b'zz'
print(bytes(B(b'a')), B(b'a'))
