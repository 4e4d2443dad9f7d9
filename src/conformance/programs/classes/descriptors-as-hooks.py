"""A special method may be any descriptor; where it is found decides what it is bound to."""
import math
import operator
import sys


class Hook:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        print("  bound to", type(instance).__name__)
        return self.function.__get__(instance, owner)


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name, use, answer in [
    ("__bytes__", bytes, b""), ("__reversed__", reversed, []), ("__instancecheck__", lambda o: isinstance(1, o), True),
    ("__subclasscheck__", lambda o: issubclass(int, o), True), ("__complex__", complex, 1j), ("__format__", format, ""),
    ("__floor__", math.floor, 0), ("__trunc__", math.trunc, 0), ("__ceil__", math.ceil, 0), ("__dir__", dir, []),
    ("__round__", round, 0), ("__len__", len, 1), ("__bool__", bool, True), ("__hash__", hash, 1), ("__repr__", repr, ""),
    ("__index__", operator.index, 1), ("__neg__", operator.neg, 1), ("__call__", lambda o: o(), 1),
    ("__contains__", lambda o: 1 in o, 1), ("__getitem__", lambda o: o[0], 1), ("__add__", lambda o: o + 1, 1),
    ("__eq__", lambda o: o == 1, 1), ("__getattr__", lambda o: o.x, 1), ("__getattribute__", lambda o: o.x, 1),
    ("__setattr__", lambda o: setattr(o, "x", 1), 1), ("__delattr__", lambda o: delattr(o, "x"), 1),
    ("__enter__", lambda o: o.__enter__(), 1), ("__sizeof__", lambda o: sys.getsizeof(o) > 0, 0),
]:
    print(name)
    print("  answers", attempt(lambda: use(type("Holder", (), {name: Hook(lambda self, *rest: answer)})())))


class Counted:
    def __iter__(self):
        return self

    __next__ = Hook(lambda self: next(iter(())))
    __length_hint__ = Hook(lambda self: 0)


print(list(Counted()))


class Missing(dict):
    __missing__ = Hook(lambda self, key: key * 2)


print(Missing()["x"])


class Setter:
    __set__ = Hook(lambda self, instance, value: print("  set", value))


class Meta(type):
    reading = Setter()


class Owner(metaclass=Meta):
    pass


Owner.reading = 1
print(Owner.reading is Meta.__dict__["reading"])


class Upper(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        setattr(cls, f"_{name}__up", super(cls))


class A(metaclass=Upper):
    def method(self):
        return "A"


class B(A):
    def method(self):
        return "B" + self.__up.method()


print(B().method(), B._B__up.__thisclass__, B._B__up.__self__)


class Evil:
    def __new__(cls, other):
        return object.__new__(Subclass) if other else object.__new__(cls)


class Subclass(Evil):
    def __init__(self, other):
        print("  initialised", other)


print(type(Evil(1)).__name__, type(Evil(0)).__name__)
bound = B().method
print(bound.__get__(5, int) is bound)
