"""Class attributes that change while objects and subclasses are asked for them."""
class A:
    n = 0
    def f(self): return 'f'
class B(A):
    pass
def get(o): return o.n
b = B()
for i in range(5):
    A.n += 1
    print(get(b), B.n, b.n, A().n, end=' ')
B.n = 100; print(get(b), A.n); A.n = 7; print(get(b), A.n)
B.n += 1; B.n += 1; print(get(b)); del B.n; print(get(b)); A.n += 1; print(get(b))
A.n = property(lambda s: 'prop'); print(get(b)); A.n = 3; print(get(b)); A.n = 4; print(get(b))
A.f = 5
print(b.f); A.f = 6; print(b.f); A.f = lambda self: 'g'; print(b.f())
class M(type):
    n = 50
class C(metaclass=M): pass
print(C.n); M.n = 51; M.n = 52; print(C.n); C.n = 1; C.n = 2; M.n = 53; print(C.n, M.n)
b.n = 'own'; A.n = 9; A.n = 10; print(get(b), b.n)
A._p = [1]; A._p += [2]; A._p += [3]; print(b._p)


class Item:
    made = 0
    total = 0.0

    def __init__(self, price):
        type(self).made += 1
        Item.total += price
        self.number = self.made


class Rare(Item):
    pass


items = [kind(price) for kind, price in ((Item, 1.5), (Rare, 2.5), (Item, 3.0), (Rare, 4.0))]
print([item.number for item in items], Item.made, Rare.made, Item.total, Rare.total)
