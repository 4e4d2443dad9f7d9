def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
from collections.abc import Iterable, Iterator, Sized, Container, Hashable, Callable, Mapping, MutableMapping, Sequence, MutableSequence, Set, Generator, Awaitable, Coroutine, AsyncIterator, Collection, Reversible
class It:
    def __iter__(s): return iter(())
class Sz:
    def __len__(s): return 0
print(isinstance(It(), Iterable), isinstance(It(), Iterator), isinstance(Sz(), Sized), isinstance([], Hashable), isinstance((), Hashable), isinstance(len, Callable), isinstance({}, Mapping), isinstance([], Sequence), isinstance('', Sequence), isinstance({1}, Set), isinstance((x for x in ()), Generator), isinstance(range(3), Sequence), isinstance({}.keys(), Set), isinstance(dict, Callable), isinstance(5, Iterable), isinstance(iter([]), Iterator), isinstance({}, Reversible), isinstance(It, Iterable))
class MS(Sequence):
    def __getitem__(s, i): return [1, 2, 3][i]
    def __len__(s): return 3
q = MS(); print(list(q), 2 in q, q.index(3), q.count(1), list(reversed(q))); t(q.index, 9); t(Sequence); t(MutableMapping)
class Bad(Sequence): pass
t(Bad)
class Meta(type):
    def __instancecheck__(c, o): return 'yes'
    def __subclasscheck__(c, o): return []
class X(metaclass=Meta): pass
print(isinstance(5, X), issubclass(int, X), isinstance(X(), X), isinstance(5, (str, X)))
class Liar:
    __class__ = int
print(isinstance(Liar(), int), type(Liar()).__name__, Liar().__class__)
class Hs:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return isinstance(o, Hs) and s.v == o.v
d = {Hs(1): 'a'}; print(d[Hs(1)], Hs(1) in d, len({Hs(1), Hs(1), Hs(2)}), {Hs(3): 1} == {Hs(3): 1}); del d[Hs(1)]; print(d)
a = 256; b = 256; print(a is b, 'abc' is 'abc', None is None); x = [1]; y = x; print(x is y, x is [1], id(x) == id(y), id(x) != id([1]))
