import functools

def trace(tag):
    print('make', tag)
    def deco(f):
        print('decorate', tag, f.__name__)
        @functools.wraps(f)
        def w(*a, **k):
            print('call', tag, a, k)
            r = f(*a, **k)
            print('ret', tag, r)
            return r
        return w
    return deco

@trace('outer')
@trace('inner')
def add(a, b=1):
    """Adds."""
    return a + b

print(add(1, b=2), add.__name__, add.__doc__, add.__wrapped__.__wrapped__(5))
print(add.__qualname__, add.__module__)

class Count:
    def __init__(self, f):
        functools.update_wrapper(self, f)
        self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)

@Count
def hi(name):
    return f'hi {name}'

print(hi('a'), hi('b'), hi.n, hi.__name__)

def register(cls):
    cls.registered = True
    return cls

@register
class Thing:
    @staticmethod
    def s(x): return ('s', x)
    @classmethod
    def c(cls, x): return (cls.__name__, x)
    @property
    def p(self): return 'prop'

print(Thing.registered, Thing.s(1), Thing().s(2), Thing.c(3), Thing().c(4), Thing().p)
registry = {}
@lambda f: registry.setdefault(f.__name__, f)
def lam(): return 'L'
print(registry['lam'](), lam is registry['lam'])
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80), fib.cache_info())
