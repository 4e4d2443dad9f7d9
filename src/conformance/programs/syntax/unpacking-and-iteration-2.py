def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def u(src, code):
    try: exec(code, {'s': src}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for s in [[1], [1, 2, 3], (), (1, 2, 3), 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, iter([1]), iter([1, 2, 3]), range(5), b'abc', (x for x in range(9))]:
    u(s, 'a, b = s')
for s in [[], [1], 5, (1, 2), iter([])]: u(s, 'a, *b, c = s'); 
class Bad4:
    def __iter__(s): raise TypeError('own type error')
u(Bad4(), 'a, b = s'); u(Bad4(), 'print(*s)'); u(Bad4(), '[*s]')
class Seq:
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if i >= s.n: raise IndexError(i)
        return i * i
print(list(Seq(4)), 4 in Seq(4), 5 in Seq(4), [*Seq(2)], max(Seq(3)), tuple(Seq(2)), dict(zip(Seq(2), 'ab')), iter(Seq(1)).__class__.__name__); a, b = Seq(2); print(a, b)
t(reversed, Seq(3)); t(len, Seq(3))
class Seq2(Seq):
    def __len__(s): return s.n
print(list(reversed(Seq2(4)))); 
class Rv:
    def __reversed__(s): return iter('rev')
print(list(reversed(Rv())))
class Rn(Seq2): __reversed__ = None
t(reversed, Rn(2))
class SI:
    def __getitem__(s, i): raise StopIteration
print(list(SI()))
class KI:
    def __getitem__(s, i): raise KeyError(i)
t(list, KI())
