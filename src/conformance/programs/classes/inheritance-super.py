class Base:
    def __init__(self, *a):
        print('Base', a)
    def who(self):
        return 'Base'
    @classmethod
    def make(cls):
        return cls()

class Left(Base):
    def __init__(self, *a):
        print('Left', a)
        super().__init__(*a, 'l')
    def who(self):
        return 'Left>' + super().who()

class Right(Base):
    def __init__(self, *a):
        print('Right', a)
        super().__init__(*a, 'r')
    def who(self):
        return 'Right>' + super().who()

class Both(Left, Right):
    def who(self):
        return 'Both>' + super().who()

b = Both.make()
print(b.who(), [c.__name__ for c in Both.__mro__])
print(super(Left, b).who(), super(Right, b).who(), super(Both, Both).who(b))
print(issubclass(Both, Right), isinstance(b, (int, Base)), Both.mro() == list(Both.__mro__))
try:
    class X(Base, Left): pass
except TypeError as e:
    print(e)
try:
    class Y(5): pass
except TypeError as e:
    print(e)
class Sub(list):
    def append(self, x):
        super().append(x * 2)
s = Sub([1])
s.append(5)
print(s, len(s), isinstance(s, list), s + [1], type(s + [1]).__name__, s == [1, 10])
class MyInt(int):
    def __add__(self, o):
        return MyInt(int(self) + o + 100)
print(MyInt(1) + 1, MyInt(3) * 2, sum([MyInt(1)], MyInt(0)), repr(MyInt(7)))
class MyDict(dict):
    def __missing__(self, k):
        return f'missing {k}'
d = MyDict(a=1)
print(d['a'], d['b'], d.get('b'), d)
class E(Exception):
    def __init__(self, code):
        super().__init__(f'code {code}')
        self.code = code
try:
    raise E(5)
except E as e:
    print(e, e.code, e.args, repr(e))
class Cls:
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        print('sub', cls.__name__, tag)
class S1(Cls, tag='t'): pass
class S2(S1): pass
print(Cls.__subclasses__(), object.__subclasses__ is not None)
