import functools, operator
from functools import partial, reduce, lru_cache, cached_property, singledispatch, total_ordering, wraps, cmp_to_key, partialmethod, cache
p = partial(lambda a, b, c=3: (a, b, c), 1, c=30)
print(p(2), p(2, c=4), p.args, p.keywords, partial(p, 5)(), repr(partial(int, base=2)), partial(int, base=2)('101'))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(operator.mul, [1, 2, 3], 10), reduce(lambda a, b: b, [], 'init'))
@lru_cache(maxsize=2)
def sq(x):
    print('compute', x)
    return x * x
print(sq(1), sq(2), sq(1), sq(3), sq(2), sq.cache_info(), sq.cache_clear(), sq.cache_info(), sq.__wrapped__(9))
class C:
    @cached_property
    def v(self):
        print('once')
        return 5
    def m(self, a, b): return a, b
    pm = partialmethod(m, 'fixed')
c = C(); print(c.v, c.v, c.__dict__, c.pm('x'))
@singledispatch
def show(x): return f'default {x}'
@show.register
def _(x: int): return f'int {x}'
@show.register(list)
def _(x): return f'list {x}'
print(show(1), show(True), show('a'), show([1]), show.dispatch(bool) is show.dispatch(int))
@total_ordering
class T:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return self.n < o.n
print(T(1) <= T(1), T(2) > T(1), T(1) >= T(2), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
print(operator.itemgetter(1)('abc'), operator.itemgetter(0, 2)('abc'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'), operator.add(1, 2), operator.truediv(1, 2), operator.contains([1], 1), operator.neg(1), operator.not_(0), operator.index(5), operator.concat([1], [2]), operator.getitem({'a': 1}, 'a'), operator.is_(1, 1), operator.mod(7, 3), operator.floordiv(7, 2))
import heapq, bisect, copy
h = []
for x in [5, 1, 4, 2, 3]: heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heapreplace(h, 0), heapq.heappushpop(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1, 4], [2, 3])))
g = [(2, 'b'), (1, 'z'), (2, 'a')]; heapq.heapify(g); print(g, [heapq.heappop(g) for _ in range(3)])
print(bisect.bisect([1, 3, 5], 3), bisect.bisect_left([1, 3, 5], 3), (l := [1, 5], bisect.insort(l, 3))[0])
n = {'a': [1, {2}]}; s = copy.copy(n); dd = copy.deepcopy(n); n['a'].append(9); print(s, dd, copy.copy([1]) == [1])
class Node:
    def __init__(self): self.me = self; self.l = [1]
q = copy.deepcopy(Node()); print(q.me is q, q.l)
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
try:
    heapq.heappop([])
except IndexError as e:
    print(e)
