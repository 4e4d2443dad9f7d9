"""OrderedDict: attributes of its own, what copies and pickles keep, iterators copied, changes while it is compared."""
from collections import OrderedDict, Counter, defaultdict
import copy, pickle
od=OrderedDict(a=1,b=2); od.x=5
print(od.__dict__, copy.copy(od).x, copy.deepcopy(od).x, pickle.loads(pickle.dumps(od)).x, od.copy().__dict__, od.__reduce__()[:4])
print(list(pickle.loads(pickle.dumps(iter(od)))), list(copy.copy(iter(od.items()))), iter(od.values()).__reduce__(), vars(od))
class Sub(OrderedDict): pass
s=Sub(od); s.y=1
print(copy.copy(s).y, s.__reduce__()[:4], pickle.loads(pickle.dumps(s)))
class S2(OrderedDict): __slots__=('z',)
q=S2(a=1); q.z=3; print(copy.copy(q).z)


class Key:
    def __init__(self, other):
        self.other = other

    def __hash__(self):
        return 1

    def __eq__(self, other):
        self.other.clear()
        return True


one = OrderedDict()
two = OrderedDict({1: 'a', 2: 'b'})
one[Key(two)] = 'a'
one[2] = 'b'
try:
    print(one == two)
except RuntimeError as error:
    print(error)
