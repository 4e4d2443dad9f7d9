class C:
    def __init__(self): self._x = 1
    @property
    def x(self):
        """the x"""
        print('get')
        return self._x
    @x.setter
    def x(self, v):
        print('set', v)
        self._x = v
    @x.deleter
    def x(self):
        print('del')
        del self._x
    @property
    def ro(self): return 'ro'
    @property
    def bad(self): return self.nope

c = C()
print(c.x)
c.x = 5
c.x += 1
del c.x
print(C.x.__doc__, type(C.x))
for stmt in (lambda: setattr(c, 'ro', 1), lambda: delattr(c, 'ro'), lambda: c.bad, lambda: c.x):
    try:
        stmt()
    except AttributeError as e:
        print('->', e)

class Desc:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)
        self.name = name
    def __get__(self, obj, owner):
        if obj is None:
            return self
        return obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, v):
        if v < 0:
            raise ValueError(f'{self.name} must be >= 0')
        obj.__dict__[self.name] = v

class D:
    a = Desc()
    b = Desc()

d = D()
d.a = 3
print(d.a, d.b, d.__dict__, isinstance(D.a, Desc))
try:
    d.b = -1
except ValueError as e:
    print(e)

class NonData:
    def __get__(self, obj, owner): return 'from descriptor'
class E:
    n = NonData()
e = E()
print(e.n)
e.n = 'instance wins'
print(e.n)

class G:
    def __getattr__(self, n):
        if n.startswith('dyn'):
            return n.upper()
        raise AttributeError(f'no {n}')
    def __setattr__(self, n, v):
        print('setattr', n, v)
        object.__setattr__(self, n, v)
    def __delattr__(self, n):
        print('delattr', n)
        super().__delattr__(n)
g = G()
g.q = 1
print(g.q, g.dyna, hasattr(g, 'x'), getattr(g, 'zz', None))
del g.q
class H:
    def __getattribute__(self, n):
        if n == 'secret': return 'found'
        return super().__getattribute__(n)
print(H().secret, H().__class__.__name__)
