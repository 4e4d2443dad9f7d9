def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def u(src, code):
    try: exec(code, {'s': src}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for s in [[1], [1, 2, 3], (), (1, 2, 3), 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, iter([1]), iter([1, 2, 3]), range(5), b'abc', (x for x in range(9))]:
    u(s, 'a, b = s')
for s in [[], [1], 5, (1, 2), iter([])]: u(s, 'a, *b, c = s'); 
class Seq:
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if i >= s.n: raise IndexError(i)
        return i * i
print(list(Seq(4)), 4 in Seq(4), 5 in Seq(4), [*Seq(2)], max(Seq(3)), tuple(Seq(2)), dict(zip(Seq(2), 'ab')), iter(Seq(1)).__class__.__name__); a, b = Seq(2); print(a, b)
class LH:
    def __init__(s, h): s.h = h
    def __length_hint__(s): return s.h
    def __iter__(s): return iter([1, 2])
import operator
t(list, LH(10)); t(list, LH('a')); t(list, LH(-1)); t(list, LH(NotImplemented)); t(operator.length_hint, LH(3)); t(operator.length_hint, [1, 2]); t(operator.length_hint, 5, 7)
z = zip([1, 2], 'abc'); print(list(z)); t(lambda: list(zip([1], [1, 2], strict=True))); t(lambda: list(zip([1, 2], [1], strict=True))); t(lambda: list(zip([1,2],[1,2],[1],strict=True)))
t(lambda: list(map(lambda a, b: a, [1], [2, 3], strict=True))); print(list(map(lambda *a: a, [1, 2], 'ab')), list(filter(None, [0, 1, '']))); print(list(enumerate('ab', 5)), list(enumerate('a', start=-1)))
def gen():
    yield 1
    raise ValueError('g')
t(list, gen()); t(lambda: [x for x in gen()]); t(lambda: dict(zip(gen(), gen()))); t(lambda: sum(gen())); t(lambda: 5 in gen()); t(tuple, gen()); t(set, gen()); t(','.join, (str(x) for x in gen())); t(sorted, gen()); t(lambda: [1, *gen()]); t(lambda: print(*gen())); t(any, (x/0 for x in [1])); t(max, gen())
i = iter(int, 1); 
n = [0]
def cnt(): n[0] += 1; return n[0]
print(list(iter(cnt, 4)))
print([i for i in range(3)], [x for x in [lambda: i for i in range(3)]][0]()); 
def so(): 
    i = 5
    [i for i in range(3)]
    return i
print(so())
class CB:
    x = 5
    y = [x for _ in range(2)] if 0 else [q for q in range(x)]
    try: z = [x for _ in range(2)]
    except NameError as e: print(e)
print(CB.y)
