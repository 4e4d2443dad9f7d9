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
