from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence, Mapping, MutableMapping, Hashable, Callable, Sized, Awaitable, Coroutine, AsyncIterator
from typing import Protocol, runtime_checkable

class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f'{self.name}: {self.area():.2f}'

class Sq(Shape):
    def __init__(self, s): self.s = s
    def area(self): return self.s ** 2
    name = 'square'

print(Sq(2).describe())
class Half(Shape):
    def area(self): return 1
for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(sorted(Shape.__abstractmethods__))

class It:
    def __iter__(self): return iter([])
class Seq(Sequence):
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
s = Seq()
print(list(s), 20 in s, s.index(10), s.count(5), list(reversed(s)))
print(isinstance(It(), Iterable), isinstance(It(), Iterator), issubclass(dict, Mapping), isinstance([], Hashable), isinstance(len, Callable), isinstance('', Sized))

class Low(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k.lower()]
    def __setitem__(self, k, v): self.d[k.lower()] = v
    def __delitem__(self, k): del self.d[k.lower()]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = Low()
m['A'] = 1
m.update(B=2)
print(m['a'], dict(m), m.pop('B'), m.setdefault('C', 3), list(m.items()), m.get('zz'), 'a' in m)
@runtime_checkable
class Quack(Protocol):
    def quack(self) -> str: ...
class Duck:
    def quack(self): return 'q'
print(isinstance(Duck(), Quack), isinstance(5, Quack))
async def co(): pass
c = co()
print(isinstance(c, Awaitable), isinstance(c, Coroutine), isinstance(c, AsyncIterator))
c.close()
class Iter2:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(Iter2()), sum(Iter2()), max(Iter2()), dict(zip('abc', Iter2())))
@Shape.register
class Virtual: pass
print(issubclass(Virtual, Shape), isinstance(Virtual(), Shape))
