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
