from enum import Enum, IntEnum, Flag, IntFlag, StrEnum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = 'g'
    ALIAS = 1
    def desc(self): return f'{self.name}={self.value}'
    @classmethod
    def first(cls): return next(iter(cls))
print(Color.RED, repr(Color.RED), Color.RED.name, Color.GREEN.value, Color(1), Color['GREEN'], list(Color), Color.ALIAS is Color.RED, Color.RED.desc(), Color.first(), len(Color), Color.RED == 1, Color.RED in Color, isinstance(Color.RED, Color), Color.__members__.keys(), f'{Color.RED}', '%s' % Color.GREEN, {Color.RED: 1}[Color.RED], Color.RED is Color(1), hash(Color.RED) == hash('RED'))
class N(IntEnum):
    A = auto(); B = auto(); C = 10; D = auto()
print(N.A + 1, N.B == 2, N.B > N.A, N.D, repr(N.C), f'{N.A}', f'{N.A:03d}', sorted([N.C, N.A]), max(N), int(N.C), [n.value for n in N], N(2), str(N.A))
class P(Flag):
    R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, repr(P.R | P.W), P.RW, P.R in P.RW, P.RW & P.W, bool(P.R & P.X), ~P.R, P(0), list(P.RW), P.X.value, P.R ^ P.RW)
class S(StrEnum):
    ONE = auto(); TWO = '2nd'
print(S.ONE, repr(S.ONE), S.ONE == 'one', S.TWO.upper(), f'{S.TWO:>5}', 'x' + S.ONE, IntFlag('F', 'A B')(3))
for f in (lambda: Color(9), lambda: Color['NO'], lambda: Color.NO, lambda: setattr(Color, 'RED', 5), lambda: setattr(Color.RED, 'value', 2), lambda: Color.RED < Color.GREEN, lambda: type('Sub', (Color,), {}), lambda: Color()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class U(Enum):
        A = 1; B = 1
except ValueError as e:
    print(e)
E = Enum('E', ['X', 'Y']); print(list(E), E.X.value)
class Planet(Enum):
    EARTH = (5.97, 6.37)
    def __init__(self, mass, radius): self.mass, self.radius = mass, radius
print(Planet.EARTH.mass, Planet.EARTH.value)
from typing import *
T = TypeVar('T')
class Stack(Generic[T]):
    def __init__(self): self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, Stack[int], List[int], Optional[int], Union[int, str], Dict[str, Any], Callable[[int], str], Tuple[int, ...], Literal['a', 1], T, Any, Awaitable[int], AsyncIterator[str], Iterable)
class Pt(NamedTuple):
    x: int
    y: int = 0
class Mv(TypedDict, total=False):
    name: str
print(Pt(1), Pt(1)._asdict(), Mv(name='a'), cast(int, 'x'), TYPE_CHECKING, get_type_hints(Pt), get_args(Dict[str, int]), get_origin(List[int]), NewType('Id', int)(5), Final, ClassVar[int], Annotated[int, 'm'], NoReturn, Self)
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), f('a'))
