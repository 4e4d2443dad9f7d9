"""functools: the state of a partial, what wrappers take over, annotations of class methods."""
import functools


def f(*args, **keywords):
    return args, keywords


p = functools.partial(f, 1, a=2)
p.note = 'kept'
print(p.__dict__, p.args is p.args, p.keywords is p.keywords)
p.keywords['b'] = 3
print(p(4), p)
p.keywords[5] = 6
print(repr(p).partition('0x')[2].partition('>')[2])
for action in (lambda: p(), lambda: p.__setstate__(()), lambda: p.__setstate__((None, (), {}, None)), lambda: delattr(p, '__dict__')):
    try:
        action()
    except TypeError as error:
        print(error)
p.__setstate__((f, (9,), None, {'x': 1}))
print(p(1), p.__dict__, p.__reduce__()[2][1:])
p.__dict__ = {'y': 2}
print(p.y)


class A:
    @classmethod
    def c(cls, x: int) -> str:
        "doc"

    @staticmethod
    def s(x: float): pass


for name in ('c', 's'):
    wrapped = A.__dict__[name]
    print(wrapped.__annotations__, wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__.__qualname__, sorted(wrapped.__dict__))
print(A.c.__type_params__ is (), type.__annotate__, functools.wraps(type)(lambda: 0).__annotations__)
try:
    type(functools.cmp_to_key(None))()
except TypeError as error:
    print(error)


@functools.singledispatchmethod
def nothing(self, arg):
    return 'base'


class D:
    @functools.singledispatchmethod
    @classmethod
    def go(cls, arg):
        return cls.__name__, 'base'

    @go.register
    @classmethod
    def _(cls, arg: int):
        return cls.__name__, 'int'


print(D.go(1), D.go('a'))
