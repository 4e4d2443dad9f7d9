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
