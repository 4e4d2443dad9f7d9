class Node:
    def __init__(self, value, next=None): self.value, self.next = value, next

class Linked:
    def __init__(self, *values):
        self.head = None
        for v in reversed(values): self.head = Node(v, self.head)
    def __iter__(self):
        n = self.head
        while n:
            yield n.value
            n = n.next
    def __len__(self): return sum(1 for _ in self)
    def __getitem__(self, i):
        if isinstance(i, slice): return Linked(*list(self)[i])
        for k, v in enumerate(self):
            if k == i: return v
        raise IndexError(i)
    def __setitem__(self, i, v): print('set', i, v)
    def __delitem__(self, i): print('del', i)
    def __repr__(self): return f'Linked({", ".join(map(repr, self))})'
    def __bool__(self): return self.head is not None
    def __add__(self, o): return Linked(*self, *o)
    def __eq__(self, o): return list(self) == list(o)

l = Linked(1, 'a', None)
print(l, len(l), l[1], l[0:2], bool(Linked()), l + [4], l == [1, 'a', None], 'a' in l, list(reversed(l)), [*l], sorted(Linked(3, 1)))
l[5] = 6
del l[1:2]
a, *b = l
print(a, b, max(Linked(4, 9, 2)), sum(Linked(1, 2)), dict(enumerate(l)), tuple(l), ' '.join(map(str, l)))
try:
    l[10]
except IndexError as e:
    print(repr(e))
class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __getitem__(self, ij): return self.rows[ij[0]][ij[1]]
    def __setitem__(self, ij, v): self.rows[ij[0]][ij[1]] = v
    def __matmul__(self, o): return Matrix([[sum(x * y for x, y in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __repr__(self): return f'{self.rows}'
m = Matrix([[1, 2], [3, 4]])
m[0, 1] += 10
print(m @ Matrix([[1, 0], [0, 1]]), m[1, 0])
class Reversible:
    def __len__(self): return 3
    def __getitem__(self, i): return 'xyz'[i]
    def __contains__(self, x): return x == 'magic'
print(list(Reversible()), list(reversed(Reversible())), 'magic' in Reversible(), 'x' in Reversible(), [c for c in Reversible()])
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return NotImplemented if not isinstance(o, Eq) else self.v == o.v
    def __hash__(self): return hash(self.v)
print(Eq(1) == Eq(1), Eq(1) == 1, Eq(1) != 2, {Eq(1), Eq(1), Eq(2)}.__len__(), [Eq(1)].index(Eq(1)))
class Ctx:
    instances = []
    def __init_subclass__(cls): Ctx.instances.append(cls.__name__)
    def __del__(self): print('finalised', type(self).__name__)
class A(Ctx): pass
class B(Ctx): pass
print(Ctx.instances)
x = A(); y = x; del x; print('still referenced'); del y
B(); print('temporary gone')
