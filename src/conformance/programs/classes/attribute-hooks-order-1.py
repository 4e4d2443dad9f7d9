class A:
    def __getattribute__(self, n):
        if n == 'boom': raise ValueError('boom')
        if n == 'miss': raise AttributeError('custom miss')
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return f'<{n}>'
    def __setattr__(self, n, v): print('set', n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print('del', n); object.__delattr__(self, n)
    def __dir__(self): return ['z', 'a']
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
a = A(); a.x = 1; print(a.x, a.miss, a.other); t(lambda: a.boom); del a.x; t(delattr, a, 'x'); print(dir(a), hasattr(a, 'q')); t(hasattr, a, 'boom'); t(getattr, a, 'boom', 3); t(getattr, a, 5); t(setattr, a, 5, 5)
class C:
    @property
    def p(self): raise AttributeError('inner')
    def __getattr__(self, n): return 'fallback ' + n
print(C().p)
class D:
    @property
    def p(self): return self.missing
t(lambda: D().p)
class G:
    def m(self): return 1
g = G(); print(g.m.__func__ is G.m, g.m.__self__ is g, g.m == g.m, g.m is g.m, hash(g.m) == hash(g.m), G.m.__get__(g)(), g.m.__name__); t(setattr, g.m, 'x', 1)
g.m = lambda: 'inst'; print(g.m()); G.__call__ = lambda s, *a: ('called', a); print(g(1, 2)); g.__call__ = lambda: 'no'; print(g())
g.__len__ = lambda: 5; t(len, g); G.__len__ = lambda s: 7; print(len(g))
G.x = 5; g.x = 6; del g.x; print(g.x); t(delattr, g, 'x'); del G.x; t(lambda: g.x); t(delattr, G, 'x')
g.__dict__ = {'new': 1}; print(g.new); t(setattr, g, '__dict__', 5); g.__dict__['k'] = 2; print(g.k); del g.__dict__; t(lambda: g.k); print(g.__dict__)
class H:
    __slots__ = ()
    def __getattr__(s, n): return 1
print(H().zz); t(setattr, H(), 'x', 1); t(setattr, object(), 'x', 1); t(lambda: object().x); t(setattr, 5, 'x', 1); t(setattr, 'a', 'upper', 1); t(setattr, None, 'x', 1); t(setattr, [].append, 'x', 1); t(setattr, len, '__name__', 'x'); t(setattr, 5, 'real', 1); t(delattr, 5, 'real'); t(lambda: (5).x); t(setattr, range(3), 'start', 1); t(setattr, slice(3), 'start', 1); t(setattr, 1j, 'real', 1)
class J: pass
J.__getattr__ = lambda s, n: 'dyn'; print(J().abc); del J.__getattr__; t(lambda: J().abc); t(lambda: object.__setattr__(int, 'x', 1)); t(lambda: type.__setattr__(int, 'x', 1)); t(lambda: type.__setattr__(g, 'x', 1)); t(object.__getattribute__, g, 'nope'); t(lambda: super(G, g).nope)
