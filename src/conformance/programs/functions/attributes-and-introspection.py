def f(a, b=1, *c, d=2, **e):
    "doc of f"
    x = 1
    return x

print(f.__name__, f.__qualname__, f.__doc__, f.__module__)
f.attr = [1]
print(f.attr, f.__dict__, hasattr(f, 'nope'))
print(f.__code__.co_name, f.__code__.co_firstlineno, f.__code__.co_filename, f.__code__.co_kwonlyargcount)
print((lambda: 0).__name__, (lambda: 0).__qualname__)

class C:
    def m(self):
        def inner(): pass
        return inner
    class D:
        def n(self): pass

print(C.m.__qualname__, C().m().__qualname__, C.D.n.__qualname__, C.D)
m = C().m
print(m.__func__ is C.m, type(m), type(f), type(len), type([].append), type(C.m))
print(callable(f), callable(C), callable(C()), callable(5))
import inspect
print(inspect.signature(f), inspect.isfunction(f), inspect.ismethod(m))
print(len.__name__, [].append.__name__, str.upper.__name__, type(str.upper))
try:
    f.nope
except AttributeError as e:
    print(e, e.name, e.obj is f)
try:
    [].nope
except AttributeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    len.x = 1
except AttributeError as e:
    print(e)
f.__name__ = 'renamed'
print(f.__name__, f.__qualname__)
print(repr(f)[:14], repr(C.m)[:17], repr(len), repr(print), repr(C), repr(int))
