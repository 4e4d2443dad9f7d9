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
class B:
    def __getattr__(self, n): raise AttributeError(f'no {n}')
b = B(); t(lambda: b.q); print(hasattr(b, 'q'), getattr(b, 'q', 'd'))
class C:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(C().p)
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
class G:
    def m(self): return 1
g = G(); t(setattr, g.m, 'x', 1); print(g.m.__func__ is G.m, g.m.__self__ is g, g.m == g.m, g.m is g.m, hash(g.m) == hash(g.m), G.m.__get__(g)() , g.m.__name__)
G.x = 5; print(g.x); g.x = 6; del g.x; print(g.x); t(lambda: delattr(g, 'x')); del G.x; t(lambda: g.x); t(lambda: delattr(G, 'x'))
print(vars(g).keys() == g.__dict__.keys()); g.__dict__ = {'new': 1}; print(g.new); t(setattr, g, '__dict__', 5); g.__dict__['k'] = 2; print(g.k); t(delattr, g, '__dict__')
class H:
    a: int = 1
    b: str
print(H.__annotations__, hasattr(H, 'b')); t(lambda: H().b)
class I:
    def __init__(self): self.__p = 1
    def get(self): return self.__p
print(I().get(), I()._I__p); t(lambda: I().__p)
import types
m = types.ModuleType('mm', 'doc'); m.x = 1; print(m.x, m.__doc__, m); t(lambda: m.y); m.__getattr__ = lambda n: 'ga ' + n; print(m.y); m.__dir__ = lambda: ['q']; print(dir(m)); del m.x; print(m.x)
t(lambda: delattr(m, 'zzz')); 
class J: pass
J.__getattr__ = lambda s, n: 'dyn'; print(J().abc); del J.__getattr__; t(lambda: J().abc)
print(type(A.__dict__).__name__); t(lambda: A.__dict__.__setitem__('x', 1)); print(sorted(x for x in vars(H) if not x.startswith('__')))
class K:
    x = 1
    def __init__(s): s.y = 2
k = K(); print(k.__class__, K.__dict__['x'], '__init__' in K.__dict__, k.__dict__, K.__name__, K.__bases__, K.__module__)
class H:
    a: int = 1
    b: str
print(type(A.__dict__).__name__); t(lambda: A.__dict__.__setitem__('x', 1)); print(sorted(x for x in vars(H) if not x.startswith('__')))
class K:
    x = 1
    def __init__(s): s.y = 2
k = K(); print(k.__class__, K.__dict__['x'], '__init__' in K.__dict__, k.__dict__, K.__name__, K.__bases__, K.__module__)
print(object.__getattribute__(k, 'y'), type.__getattribute__(K, 'x'), K.__getattribute__(k, 'y')); object.__setattr__(k, 'y', 3); print(k.y)
t(lambda: object.__setattr__(int, 'x', 1)); t(lambda: type.__setattr__(int, 'x', 1)); t(lambda: type.__setattr__(k, 'x', 1))
class L:
    def __set_name__(s, o, n): s.name = n
    def __call__(s): return 'called ' + s.name
class M: attr = L()
print(M.attr(), M().attr())
print([n for n in dir(5) if n in ('real', 'imag', 'bit_length', 'from_bytes')], '__add__' in dir(5), len(dir()) > 3)
