from typing import get_type_hints

x: int = 3
y: 'undefined name'
print(x, 'y' in globals())

def f(a: int, b: str = 'b', *args: float, c: bool, **kw: dict) -> list:
    return [a, b, args, c, kw]

print(f.__annotations__)
print(f(1, c=True), f(1, 'z', 2.0, c=False, k=1))

class P:
    a: int
    b: str = 'dflt'
    c: 'list[int]'

print(P.__annotations__, P.b, hasattr(P, 'a'))
print(get_type_hints(P))
try:
    assert x == 4, f'x is {x}'
except AssertionError as e:
    print(repr(e), e.args)
try:
    assert not x
except AssertionError as e:
    print(repr(e), e.args)
assert (x, 'never fails')
try:
    assert x > 5, ('tuple', 1)
except AssertionError as e:
    print(e, e.args)

def lazy(a: NotDefinedYet) -> AlsoNot: ...

try:
    lazy.__annotations__
except NameError as e:
    print(e)
NotDefinedYet = int
AlsoNot = str
print(lazy.__annotations__)
print(..., Ellipsis is ...)
type Pair[T] = tuple[T, T]
print(Pair, Pair.__value__, Pair.__name__)

def ident[T](v: T) -> T:
    return v

print(ident(5), ident.__type_params__)

class Box[T]:
    def __init__(self, v: T):
        self.v = v

print(Box[int], Box[int](3).v, list[int], dict[str, int] | None, int | str)
