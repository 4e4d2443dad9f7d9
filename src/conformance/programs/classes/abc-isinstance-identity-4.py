def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
print(len({id(object()) for _ in range(3)}) >= 1, type(id(5)).__name__, True is True, 1 is True if 0 else '')
f1 = 1.5; f2 = f1; print(f1 is f2, float('nan') is float('nan'), 10**3 == 1000)
class E1: pass
e = E1(); print(e == e, e != e, e == E1(), e in [e], [e].index(e), {e: 1}[e], hash(e) == hash(e), e is e)
print(bool(E1()), bool(NotImplemented) if 0 else '', type(NotImplemented).__name__, Ellipsis, ..., repr(NotImplemented)); t(lambda: bool(NotImplemented)); t(lambda: not NotImplemented)
class S1:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(S1[int], S1[1, 2], S1[...]); print(list[int], dict[str, int], list[int] == list[int], list[int].__origin__, list[int]([1]), int | None, isinstance(5, int | str), (int | str).__args__, type(list[int]).__name__, tuple[int, ...])
t(lambda: int | 5); t(lambda: isinstance(5, list[int])); t(lambda: issubclass(list, list[int])); t(lambda: list[int, str]())
class Ctx:
    def __enter__(s): print('enter'); return s
    def __exit__(s, t, v, tb): print('exit', t and t.__name__, v); return t is KeyError
with Ctx() as c1, Ctx(): raise KeyError('x')
print('go on')
t(lambda: [].__class_getitem__(int)); print(type(type).__name__, type.__class__, object.__class__, isinstance(type, object), isinstance(object, type), issubclass(type, object))
