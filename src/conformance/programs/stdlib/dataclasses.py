from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError, is_dataclass, KW_ONLY, InitVar
from typing import ClassVar

@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)
    secret: str = field(default='s', repr=False, compare=False)
    count: ClassVar[int] = 0
    def total(self): return self.price * 2

a, b = Item('a'), Item('a', tags=[])
print(a, a == b, a.total(), a.tags is b.tags, Item('x', 2, ['t'], 'z'), asdict(Item('q', tags=[1])), astuple(a), replace(a, name='r'), [f.name for f in fields(a)], is_dataclass(Item), Item.__match_args__)

@dataclass(order=True, frozen=True)
class V:
    major: int
    minor: int = 0

print(V(1, 2) < V(1, 3), sorted([V(2), V(1, 5)]), {V(1): 'h'}[V(1)], max(V(1), V(0, 9)), V(1) == (1, 0), hash(V(1)) == hash(V(1)))
try:
    V(1).major = 2
except FrozenInstanceError as e:
    print(e)

@dataclass
class Base:
    x: int
    def __post_init__(self): print('post', self.x)

@dataclass
class Derived(Base):
    y: int = 0
    _: KW_ONLY
    z: int = 9
    w: InitVar[int] = None
    def __post_init__(self, w):
        super().__post_init__()
        self.sum = self.x + self.y + (w or 0)

d = Derived(1, 2, z=5, w=10); print(d, d.sum)
for f in (lambda: Item(), lambda: Item(1, 2, 3, 4, 5), lambda: Item(nme='x'), lambda: V(1) < 5, lambda: hash(Item('a')), lambda: Derived(1, 2, 3), lambda: asdict(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    @dataclass
    class Bad:
        a: int = 1
        b: str
except TypeError as e:
    print(e)
try:
    @dataclass
    class Bad2:
        a: list = []
except ValueError as e:
    print(e)
@dataclass(slots=True, kw_only=True, eq=False)
class S:
    p: int
    q: 'S | None' = None
print(S(p=1), S(p=1) == S(p=1), S.__slots__, S(p=1, q=S(p=2)))
@dataclass
class Tree:
    v: int
    kids: list['Tree'] = field(default_factory=list)
print(Tree(1, [Tree(2), Tree(3, [Tree(4)])]), asdict(Tree(1, [Tree(2)])))
@dataclass(repr=False)
class NR:
    a: int
    def __repr__(self): return 'custom'
print(NR(1), [NR(2)])
