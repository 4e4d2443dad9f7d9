class MD(dict):
    def __missing__(s, k): return f'missing {k}'
    def __setitem__(s, k, v): super().__setitem__(k, v * 2)
    def keys(s): return ['fake']
d = MD(a=1); d['b'] = 2; print(d, d['zz'], d.get('zz'), 'zz' in d, d.setdefault('q', 3), {**d}, list(d), d.pop('a'), d | {'x': 1}, type(d | {}).__name__, MD.fromkeys('ab', 1)); d.update(c=5); print(d)
class MS(set):
    def add(s, x): super().add(x + 1)
ms = MS([1]); ms.add(5); print(ms, ms | {9}, type(ms | {9}).__name__, type(ms.copy()).__name__, ms == {1, 6})
class FS(frozenset): pass
print(FS([1]), {FS([1]): 2}[frozenset([1])], type(FS([1]) | FS([2])).__name__)
class MT(tuple):
    def __new__(cls, *a): return super().__new__(cls, a)
mt = MT(1, 2); print(mt, mt == (1, 2), hash(mt) == hash((1, 2)), mt + (3,), type(mt[:]).__name__, {mt: 1}[(1, 2)]); a, b = mt; print(a, b)
class MF(float):
    def __repr__(s): return 'MF'
f = MF(1.5); print(f, repr(f), f + 1, f'{f}', f'{f:.2f}', [f], round(f), type(float(f)).__name__)
