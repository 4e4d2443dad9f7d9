t = (1, 'a', [2])
print(t, t[0], t[-1], t[1:], t + (3,), t * 2, len(t), t.index('a'), t.count(1), 'a' in t, (1,), (), tuple('ab'), tuple([1]), (1, 2) < (1, 3), (1, 2) == (1, 2), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), t[::-1], max((1, 2), (1, 1)))
t[2].append(9); print(t)
for f in (lambda: t[9], lambda: t['x'], lambda: t + [1], lambda: hash(t), lambda: t.append(1), lambda: t.index(99), lambda: tuple(5), lambda: (1, 2) < (1, 'a'), lambda: (1, 'a') < 5, lambda: setattr(t, 'x', 1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
r = range(2, 20, 3)
print(r, len(r), r[1], r[-1], r[1:4], r[::-1], list(r), 8 in r, 9 in r, 8.0 in r, 'a' in r, r.index(8), r.count(8), r.start, r.stop, r.step, r == range(2, 18, 3), range(0) == range(5, 5), sum(r), max(r), list(reversed(r)), bool(range(0)), range(5)[2:], range(10, 0, -3), list(range(10, 0, -3)), range(3, 1), hash(range(0)) == hash(range(2, 2)), range(10 ** 20)[10 ** 19], len(range(-5, 5)), range(True))
for f in (lambda: r[10], lambda: r.index(9), lambda: range(1, 2, 0), lambda: range('a'), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r['a'], lambda: r + r, lambda: range(1.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), [0, 1, 2, 3, 4][s], slice(5) == slice(None, 5, None), 'abcdef'[slice(2, 4)], slice(-100, 100).indices(3))
L = list(range(6))
print(L[-3:-1], L[10:], L[-10:2], L[4:1:-1], L[::-2], L[5:0:-2], L[-1:-4:-1], L[:], L[None:2], L[True:], L[2:2], L[3:1], L[::100], L[-1::-1], L[1:-1:2])
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[::2], g[1, 2], g[1:2, ...], g[()], g['a'], g[-1:], g[1:2, 3:4:5], g[*[1, 2]], g[None])
try:
    L[::0]
except ValueError as e:
    print(e)
from collections import namedtuple
P = namedtuple('P', 'x y', defaults=[5])
p = P(1)
print(p, p.x, p[1], p._replace(x=9), p._asdict(), P._fields, P._make([3, 4]), p == (1, 5), *p, p + (1,), isinstance(p, tuple), P._field_defaults, P.__doc__)
x, y = p
for f in (lambda: P(), lambda: P(1, 2, 3), lambda: P(z=1), lambda: p.z, lambda: setattr(p, 'x', 2), lambda: namedtuple('Q', 'a a'), lambda: namedtuple('Q', 'class')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
