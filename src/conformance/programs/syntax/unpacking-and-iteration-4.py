def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def u(src, code):
    try: exec(code, {'s': src}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for s in [[1], [1, 2, 3], (), (1, 2, 3), 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, iter([1]), iter([1, 2, 3]), range(5), b'abc', (x for x in range(9))]:
    u(s, 'a, b = s')
for s in [[], [1], 5, (1, 2), iter([])]: u(s, 'a, *b, c = s'); 
def m8():
    l = [1]
    for x in l:
        if x < 5: l.append(x + 1)
    return l
t(m8)
def m9():
    it = iter([1, 2, 3]); l = list(it); return l, list(it)
t(m9)
it = iter({1: 2}); d = {1: 2}; i2 = iter(d); d[3] = 4; t(next, i2); t(next, i2)
l = [3, 1, 2]
def k(x): l.append(x); return x
t(lambda: l.sort(key=k)); print(l)
t(lambda: [1, 'a'].sort()); t(lambda: sorted([1, None])); t(lambda: sorted([{}, {}])); t(lambda: sorted([1j, 2])); t(lambda: sorted([3, 1], key=lambda x: 1/0)); print(sorted([3, 1, 2], reverse=True), sorted('bca', key=str.upper), sorted([(1, 'b'), (1, 'a')], key=lambda x: x[0]))
class LT:
    def __init__(s, v): s.v = v
    def __lt__(s, o): return s.v < o.v
    def __repr__(s): return f'L{s.v}'
print(sorted([LT(3), LT(1)]), max([LT(3), LT(1)], key=lambda x: x.v), min(LT(3), LT(1))); t(lambda: max(LT(1), LT(2)))
class LH:
    def __init__(s, h): s.h = h
    def __length_hint__(s): return s.h
    def __iter__(s): return iter([1, 2])
