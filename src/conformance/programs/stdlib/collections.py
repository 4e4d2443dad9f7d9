from collections import *
c = Counter('abracadabra'); c.update('zz'); c['q'] += 0
print(c, c['a'], c['missing'], c.most_common(2), sorted(c.elements())[:3], c.total(), Counter(a=3) - Counter(a=1, b=2), Counter('ab') + Counter('bc'), Counter(a=1) & Counter(a=2), Counter(a=1) | Counter(a=2), +Counter(a=-1, b=1), dict(c.most_common()[-2:]))
d = defaultdict(list); d['x'].append(1); d['y']; print(d, dict(d), d.get('zz'), 'zz' in d, defaultdict(int, a=1)['b'], d.default_factory)
try:
    defaultdict()['a']
except KeyError as e:
    print(repr(e))
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); print(q, q.maxlen, q.pop(), q.popleft(), q, len(q), q[0]); q.extend([7, 8, 9]); q.rotate(1); print(q, list(reversed(q)), q.count(7), 8 in q, q.index(8), deque('ab') == deque('ab'), deque())
q = deque(range(5)); q.rotate(-2); q.extendleft([10, 11]); q.remove(0); q.insert(1, 'i'); q.reverse(); del q[0]; q[0] = 'z'; print(q, q.copy(), q.clear(), q)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end('a'); o.move_to_end('c', last=False); print(o, o.popitem(last=False), o, o == {'b': 2, 'a': 1}, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), list(reversed(o)))
m = ChainMap({'a': 1}, {'a': 2, 'b': 3}); m['c'] = 9; print(m['a'], m['b'], dict(m), m.maps, len(m), m.new_child({'a': 0})['a'], m.parents['a'], m)
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = UD(a=1); u['b'] = 5; print(u, u.data, UserList([1, 2]) + [3], UserString('ab') + 'c')
P = namedtuple('Point', ['x', 'y']); print(P(1, 2), P(x=1, y=2)._asdict(), P(1, 2) == P(1, 2), {P(1, 2): 'k'}[(1, 2)])
for f in (lambda: deque([1])[5], lambda: deque().pop(), lambda: deque([1]).remove(2), lambda: deque(5), lambda: deque([], -1), lambda: OrderedDict().popitem(), lambda: OrderedDict().move_to_end('x'), lambda: ChainMap()['x'], lambda: Counter(5), lambda: P(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    z = deque([1, 2])
    for i in z: z.append(i)
except RuntimeError as e:
    print(e)
