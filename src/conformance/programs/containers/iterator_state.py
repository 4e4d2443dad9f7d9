"""What native iterators say to copy and pickle, and where __setstate__ puts them."""
import copy, pickle
def half(it, n=1):
    for _ in range(n): next(it)
    return it
class Seq:
    def __getitem__(self,i):
        if i>3: raise IndexError
        return i
    def __repr__(self): return 'Seq'
its=lambda: [iter([1,2,3]), reversed([1,2,3]), iter((1,2,3)), iter('abc'), iter('aé\U0001f600b'), iter(range(5)), iter(range(0,50,7)), iter(range(10**20,10**20+4)), iter({1:2,3:4}), iter({1:2,3:4}.values()), iter({1:2,3:4}.items()),reversed({1:2,3:4}), reversed({1:2,3:4}.items()), iter({1,2,3}), enumerate('abc'), enumerate('abc', 5), reversed((1,2,3)), zip('abc',[1,2,3]), zip('abc',[1,2,3],strict=True), iter(b'abc'), iter(bytearray(b'abc')), reversed('abc')]
for make in range(len(its())):
    for n in range(3):
        it=its()[make]
        half(it,min(n, 2))
        r=it.__reduce__()
        print(type(it).__name__, n, r[0].__name__, [list(a) if hasattr(a,'__next__') else a for a in r[1]], r[2:])
    it=half(its()[make])
    c=copy.copy(it)
    print(list(c))
    it=its()[make]
    list(it)
    r=it.__reduce__(); print(r[0].__name__, [list(a) if hasattr(a,'__next__') else a for a in r[1]], r[2:])
    it=its()[make]
    if hasattr(it,'__setstate__'):
        for s in (-5,0,1,2,100):
            it=its()[make]
            it.__setstate__(s); print(s, list(it))
it=iter(Seq()); print(it.__reduce__()[1:], next(it), it.__reduce__()[2]); it.__setstate__(3); print(list(it)); print(it.__reduce__()[1:])
it=iter(lambda:1, 2); print(len(it.__reduce__()[1]))
print(list(copy.copy(map(str,[1,2]))), map(str,[1]).__reduce__()[0], list(copy.copy(filter(None,[0,1]))))
print(pickle.loads(pickle.dumps(iter([1,2,3]))).__next__())
print(len.__reduce__(), [].append.__reduce__(), pickle.loads(pickle.dumps(len)) is len)
print(pickle.loads(pickle.dumps([1].append)), str.upper.__reduce__(), pickle.loads(pickle.dumps(str.upper))('a'))
try: pickle.dumps(iter(lambda:1, 2))
except Exception as e: print(type(e).__name__)
try: pickle.dumps((i for i in []))
except Exception as e: print(type(e).__name__, e)
print(pickle.loads(pickle.dumps(type)), pickle.loads(pickle.dumps(NotImplemented)), pickle.loads(pickle.dumps(...)), pickle.loads(pickle.dumps(slice(1,2,3))), pickle.loads(pickle.dumps(range(4))))
for p in range(6): print(pickle.loads(pickle.dumps(['a\u1234\n', b'x', 1.5, 2**70, {1:2}, {3}, None, True, (1,)], p)))
