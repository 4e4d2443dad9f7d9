class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1

s = S()
print(s.a)
for stmt in (lambda: s.b, lambda: setattr(s, 'c', 1), lambda: s.__dict__):
    try:
        stmt()
    except AttributeError as e:
        print('->', e)

class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        print('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__')), kw)
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print('init', name)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print('call', cls.__name__, a)
        return super().__call__(*a)
    def __repr__(cls): return f'<meta {cls.__name__}>'
    def __len__(cls): return 7
    @property
    def mp(cls): return 'meta prop'

class M(metaclass=Meta, opt=1):
    x = 1
    def __init__(self, *a): print('M init', a)

class N(M): y = 2
M(1)
print(M, len(N), N.mp, type(N), isinstance(N, Meta))

class Single:
    _one = None
    def __new__(cls, *a):
        print('__new__', a)
        if cls._one is None:
            cls._one = super().__new__(cls)
        return cls._one
    def __init__(self, *a): print('__init__', a)
print(Single(1) is Single(2))

class Tup(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
print(Tup(1, 2), Tup(1)[0])
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())
D = type('D', (M,), {'z': 3})
print(D.z, D.__name__)
class Cm:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(Cm[int], Cm['a', 1])
class Private:
    def __init__(self): self.__x = 1
    def get(self): return self.__x
p = Private()
print(p.get(), p.__dict__, hasattr(p, '__x'))
