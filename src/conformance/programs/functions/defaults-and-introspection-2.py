def append(x, to=[]): to.append(x); return to
def make():
    n = 0; m = 'm'
    def inc(): nonlocal n; n += 1; return n, m
    return inc
f1 = lambda x, y=2, *z: (x, y, z); print(f1.__name__, f1(1), f1(1, 3, 4), f1.__code__.co_name, (lambda: (yield)).__code__.co_flags & 0x20 > 0)
def g(): pass
h = g; h.attr = 1; print(g.attr, vars(g), g is h, g == h, g != make, hash(g) == hash(h)); g.__code__ = (lambda: 'swapped').__code__; print(g()); g.__doc__ = 'new'; print(g.__doc__, g.__get__(5)())if False else print(g.__doc__)
import types, inspect
print(types.FunctionType((lambda: x9).__code__, {'x9': 'own globals'})(), inspect.signature(append), inspect.signature(f1), inspect.getfullargspec(append).args, callable(g), isinstance(g, types.LambdaType))
def ann(a: int, b: 'str' = 'x', *c: float, d: list[int] = None, **e: dict) -> bool: pass
print(ann.__annotations__, inspect.signature(ann)); print((lambda self: self.x).__get__(types.SimpleNamespace(x=3))())
def star(*, a=1, **k): return a, k
print(star(), star(b=2), star(**{'a': 3, 'weird key': 4}))
