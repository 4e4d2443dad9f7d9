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
