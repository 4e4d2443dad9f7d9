def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
from abc import ABC, abstractmethod, ABCMeta, abstractproperty
class H(ABC):
    @classmethod
    def __subclasshook__(cls, o): return True if hasattr(o, 'quack') else NotImplemented
class Duck: quack = 1
print(issubclass(Duck, H), isinstance(Duck(), H), issubclass(int, H))
from collections.abc import Iterable, Iterator, Sized, Container, Hashable, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Set, Generator, Awaitable, Coroutine, AsyncIterator, Collection, Reversible
class It:
    def __iter__(s): return iter(())
class Sz:
    def __len__(s): return 0
print(isinstance(It(), Iterable), isinstance(It(), Iterator), isinstance(Sz(), Sized), isinstance([], Hashable), isinstance((), Hashable), isinstance(len, Callable), isinstance({}, Mapping), isinstance([], Sequence), isinstance('', Sequence), isinstance({1}, Set), isinstance((x for x in ()), Generator), isinstance(range(3), Sequence), isinstance({}.keys(), Set), isinstance(dict, Callable), isinstance(5, Iterable), isinstance(iter([]), Iterator), isinstance({}, Reversible), isinstance(It, Iterable))
class MM(MutableMapping):
    def __init__(s): s.d = {}
    def __getitem__(s, k): return s.d[k]
    def __setitem__(s, k, v): s.d[k] = v
    def __delitem__(s, k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
m = MM(); m['a'] = 1; m.update(b=2); print(dict(m), m.get('z', 0), 'a' in m, list(m.items()), m.pop('a'), m.setdefault('q', 5), m == {'b': 2, 'q': 5}); t(lambda: m['none']); t(lambda: m.pop('none')); print(m.popitem()); m.clear(); print(len(m)); t(m.popitem)
