class A:
    n = 0
    items = []
    def __init__(self, x):
        self.x = x
        A.n += 1
        self.items.append(x)
    def __repr__(self):
        return f'A({self.x!r})'

a, b = A(1), A('two')
print(a, b, A.n, a.items, [a, b], {'k': a}, f'{a} {a!s} {b!r}')
a.n = 99
print(a.n, b.n, A.n, a.__dict__, vars(b))
print(isinstance(a, A), type(a) is A, A.__name__, type(A), A.__mro__, A.__bases__)
del a.n
print(a.n)
try:
    del a.n
except AttributeError as e:
    print(e)
try:
    a.missing
except AttributeError as e:
    print(e)
try:
    A.missing
except AttributeError as e:
    print(e)
for number, bad in enumerate((lambda: A(), lambda: A(1, 2), lambda: A(y=1), lambda: object(1), lambda: a(), lambda: a + b, lambda: a < b, lambda: len(a), lambda: a[0], lambda: iter(a), lambda: -a, lambda: int(a), lambda: a @ b, lambda: "x" in a, lambda: abs(a), lambda: hash({}), lambda: a.x.y, lambda: float(a))):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(number, '->', e)
print(getattr(a, 'zz', 'dflt'), hasattr(a, 'x'), setattr(a, 'y', 5), a.y)
a.__class__ = type('Other', (A,), {'hi': lambda self: 'hi'})
print(a.hi(), type(a).__name__, a)
class Empty: pass
print(Empty() == Empty(), Empty.__doc__, Empty.__module__, str(Empty())[:22])
x = A.__repr__
print(x(b), A.__init__.__qualname__)
