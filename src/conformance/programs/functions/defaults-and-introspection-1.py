def f(a, b=[], /, c=1, *args, d, e=2, **kw): "doc"; x = 1; return locals()
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount, f.__doc__, f.__name__, f.__qualname__, f.__module__, f.__dict__, f.__annotations__, f.__closure__)
def t(fn, *a):
    try: print(fn(*a))
    except BaseException as e: print(type(e).__name__, e)
t(setattr, f, '__name__', 1); t(setattr, f, '__code__', 1); t(setattr, f, '__defaults__', 1); t(setattr, f, '__kwdefaults__', 1); t(setattr, f, '__dict__', 1); t(delattr, f, '__name__'); t(setattr, f, '__closure__', 1); t(setattr, f, '__globals__', 1); t(delattr, f, '__code__')
f.__defaults__ = (5,); t(f, 1); f.__kwdefaults__ = None; t(f, 1, 2, 3); f.__kwdefaults__ = {'d': 9, 'e': 8}; print(sorted(f(1, 2).items())); del f.__defaults__; t(f, 1)
def append(x, to=[]): to.append(x); return to
print(append(1), append(2), append(3, []), append.__defaults__)
def make():
    n = 0; m = 'm'
    def inc(): nonlocal n; n += 1; return n, m
    return inc
i = make(); i(); print(i.__closure__[0].cell_contents, i.__code__.co_freevars, i.__code__.co_cellvars, i.__qualname__, len(i.__closure__))
i.__closure__[0].cell_contents = 10; print(i()); del i.__closure__[0].cell_contents; t(i); t(lambda: i.__closure__[0].cell_contents); t(setattr, i, '__code__', (lambda: 1).__code__); i2 = make(); i2.__code__ = make().__code__; print(i2())
f1 = lambda x, y=2, *z: (x, y, z); print(f1.__name__, f1(1), f1(1, 3, 4), f1.__code__.co_name, (lambda: (yield)).__code__.co_flags & 0x20 > 0)
