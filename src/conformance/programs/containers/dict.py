d = {'b': 1, 'a': 2}
d['c'] = 3; d['b'] = 9
print(d, list(d), d.keys(), d.values(), d.items(), len(d), 'a' in d, d.get('z'), d.get('z', 0), d.pop('a'), d, d.pop('zz', None), d.setdefault('n', []), d.setdefault('b', 0))
d.update({'x': 1}, y=2); d.update([('z', 3)]); print(d, d.popitem(), list(reversed(d)), {**d, 'b': 0}, d | {'q': 1}, dict(a=1, b=2), dict([('k', 'v')]), dict(zip('ab', (1, 2))), dict({'a': 1}, b=3), dict.fromkeys('ab'), dict.fromkeys([1, 2], 0))
del d['x']; d['x'] = 'reinserted'; print(d, d.copy() == d, {1: 'a', 2: 'b'} == {2: 'b', 1: 'a'}, {1: 1} != {1: 2})
k = d.keys(); v = d.items(); d['new'] = 1; print(k, len(v), ('new', 1) in v, k & {'b', 'new', 'no'} == {'b', 'new'}, k | set() == set(k), k - {'b'} == set(k) - {'b'}, list(d.values())[-1], k.isdisjoint({'q'}))
print({1: 'int', True: 'bool', 1.0: 'float'}, {(1, 2): 't', None: 'n', frozenset(): 'f', 'a': 'a'}, {0: 'zero', -0.0: 'neg'}, {float('nan'): 1, float('nan'): 2})
for f in (lambda: d['nope'], lambda: d.pop('nope'), lambda: {}.popitem(), lambda: d[[]], lambda: {[]: 1}, lambda: d.update(5), lambda: dict(1), lambda: d < d, lambda: d.get(), lambda: d + d, lambda: d.nope, lambda: d[1:2], lambda: hash(d), lambda: d.get([]), lambda: [] in d):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for q in d: del d[q]
except RuntimeError as e:
    print(e)
for q in list(d): del d[q]
print(d)
n = {'a': {'b': {'c': 1}}}
print(n['a']['b']['c'], {k: v for k, v in sorted({'z': 1, 'y': 2}.items())}, sorted({'b': 1, 'a': 2}), max({'x': 1, 'yy': 2}, key=len), min({'p': 3, 'q': 1}.items(), key=lambda i: i[1]), sum({1: 'a', 2: 'b'}), list(enumerate({'m': 1})), [*{'u': 1, 'v': 2}], *{'w': 1})
class H:
    def __init__(self, v): self.v = v
    def __hash__(self): return 1
    def __eq__(self, o):
        print('eq', self.v, o.v)
        return self.v == o.v
h = {H(1): 'one', H(2): 'two'}
print(h[H(2)], len(h), H(3) in h)
groups = {}
for w in ['apple', 'avocado', 'bean', 'cherry', 'corn']: groups.setdefault(w[0], []).append(w)
print(groups, {len(w): w for w in ['a', 'bb', 'cc']}, dict(sorted(groups.items(), key=lambda kv: -len(kv[1]))), {}.__class__, dict() == {})
it = iter({'a': 1}); next(it); print(next(it, 'end'), {'a': 1}.items() == {('a', 1)}, str({'a': 'b"c\''}), repr({'k': {}}))
