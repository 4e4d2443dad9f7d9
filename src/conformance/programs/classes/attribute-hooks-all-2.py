def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __getattribute__(self, n):
        if n == 'boom': raise ValueError('boom')
        if n == 'miss': raise AttributeError('custom miss')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return f'<{n}>'
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __dir__(self): return ['z', 'a']
a = A(); a.x = 1; print(a.x, a.miss, a.other); t(lambda: a.boom); del a.x; t(lambda: delattr(a, 'x')); print(dir(a)); print(hasattr(a, 'q')); t(hasattr, a, 'boom'); t(getattr, a, 'boom', 3)
class D:
    @property
    def p(self): return self.missing
t(lambda: D().p)
class F:
    __slots__ = ()
    def __getattr__(s, n): return 1
print(F().zz); t(setattr, F(), 'x', 1)
o = object(); t(setattr, o, 'x', 1); t(lambda: o.x)
def f(): pass
f.attr = 1; print(f.attr, f.__dict__); t(lambda: f.nope); t(setattr, f, '__name__', 1); f.__name__ = 'g'; print(f.__name__, f.__qualname__); t(setattr, f, '__code__', 1); t(setattr, f, '__defaults__', 1); t(setattr, f, '__dict__', 1); t(delattr, f, '__name__'); t(setattr, f, '__closure__', 1); t(setattr, f, '__globals__', 1)
t(setattr, f, '__kwdefaults__', 1); t(setattr, [].append, 'x', 1); t(setattr, A().__init__, 'x', 1); t(setattr, 5, 'x', 1); t(setattr, None, 'x', 1); t(setattr, 'a', 'upper', 1); t(setattr, (), 'x', 1); t(delattr, 5, 'real'); t(setattr, 5, 'real', 1); t(lambda: (5).x); t(getattr, 5, 5); t(setattr, a, 5, 5); t(hasattr, a, 5); t(delattr, a, 5)
class G:
    def m(self): return 1
g = G(); t(setattr, g.m, 'x', 1); print(g.m.__func__ is G.m, g.m.__self__ is g, g.m == g.m, g.m is g.m, hash(g.m) == hash(g.m), G.m.__get__(g)() , g.m.__name__)
g.m = lambda: 'inst'; print(g.m()); G.__call__ = lambda s, *a: ('called', a); print(g(1, 2)); g.__call__ = lambda: 'no'; print(g())
g.__len__ = lambda: 5; t(len, g); G.__len__ = lambda s: 7; print(len(g))
