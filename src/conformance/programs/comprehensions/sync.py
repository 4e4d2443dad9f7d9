print([x * y for x in range(3) for y in range(x)], [[j for j in range(i)] for i in range(3)])
print({x % 3 for x in range(9)}, {k: v for k, v in zip('abc', range(3)) if v != 1}, {x: y for x in 'ab' for y in (1, 2)})
print([x for x in range(20) if x % 2 if x % 3 == 0], [a if a > 1 else -a for a in range(4)])
x = 'outer'
print([x for x in range(2)], x)
print([y for y in [x] for x in [1, 2]], x)
print([(lambda: z)() for z in range(3)], [f() for f in [lambda: q for q in range(3)]])
print([i for i, in [(1,), (2,)]], [a + b for a, *b_ in [(1, 2)] for b in b_], {**{k: 1 for k in 'a'}})

class C:
    n = 2
    ok = [i for i in range(n)]
    try:
        bad = [i * n for i in range(2)]
    except NameError as e:
        err = str(e)

print(C.ok, C.err)
def order():
    log = []
    def t(v):
        log.append(v)
        return v
    r = {t(k): t(v) for k, v in [(t('k1'), t('v1')), ('k2', 'v2')]}
    s = [t(a) for a in (t(1), t(2)) if t(a > 1)]
    return log, r, s
print(order())
try:
    [1 / v for v in (1, 0)]
except ZeroDivisionError as e:
    print(e)
m = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*m)], [n for row in m for n in row if n % 2], sum(n for row in m for n in row))
print(max((w for w in ['bb', 'a', 'ccc']), key=len), sorted({w[0]: w for w in ['ab', 'ac', 'b']}.items()))
print([*map(lambda p: p[0] * p[1], [(1, 2), (3, 4)])], list(filter(None, [0, 1, '', 'a', None])))
print([(i, c) for i, c in enumerate('ab', 1)], [n for n in range(10) if n not in {k for k in range(10) if k % 2}])
def scope():
    a = 1
    r = [(a := a + v) for v in range(4)]
    return r, a
print(scope())
print([[c for c in w if c not in 'aeiou'] for w in ('hello', 'sky')], {frozenset(p) for p in ((1, 2), (2, 1))} == {frozenset({1, 2})})
