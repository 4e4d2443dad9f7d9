"""Attributes of classes, modules and descriptors that are not simply stored: what they take and what they refuse."""
import types


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


class Plain:
    pass


for holder, name, value in [
    (list, "__name__", "x"), (Plain, "__name__", 1), (Plain, "__qualname__", 1), (list, "__doc__", ""),
    (list, "__module__", "x"), (list, "__bases__", ()), (list, "__qualname__", "x"),
]:
    print(holder.__name__, name, attempt(lambda: type.__dict__[name].__set__(holder, value)))
for name in "__name__", "__qualname__", "__doc__", "__module__", "__bases__", "__abstractmethods__", "__mro__", "__dict__":
    print(name, attempt(lambda: type.__dict__[name].__delete__(Plain)), attempt(lambda: delattr(Plain, name)))
print(attempt(lambda: type.__abstractmethods__), attempt(lambda: setattr(Plain, "__dict__", {})))
for value in 1, list, object:
    print(attempt(lambda: setattr(Plain(), "__class__", value)))
print(attempt(lambda: delattr(Plain(), "__class__")))

for action in [
    lambda: list.__getattribute__([], 1), lambda: type.__getattribute__(list, ["x"]), lambda: getattr(1, 2),
    lambda: object.__setattr__(Plain(), 1, 2), lambda: object.__delattr__(Plain(), 1), lambda: object.__setattr__(int, "a", 1),
    lambda: set.add(), lambda: set.add(0), lambda: set.add.__get__(0), lambda: str.join.__get__(None, None),
    lambda: str.join.__get__(None, int), lambda: dict.__dict__["fromkeys"].__get__(None, None),
    lambda: dict.__dict__["fromkeys"].__get__(42), lambda: dict.__dict__["fromkeys"].__get__(None, 42),
    lambda: dict.__dict__["fromkeys"].__get__(None, int), lambda: int.__dict__["real"].__get__("a"),
]:
    print(attempt(action))

module = types.ModuleType.__new__(types.ModuleType)
print(module, module.__dict__, hasattr(module, "__name__"), attempt(lambda: module.x))
print(attempt(types.ModuleType), attempt(lambda: types.ModuleType(1)), attempt(lambda: setattr(module, "__dict__", {})))


class OwnDict(types.ModuleType):
    __dict__ = property(lambda self: "no dict")


print(attempt(lambda: dir(OwnDict("m"))))


class Documented:
    class Doc:
        def __get__(self, instance, owner):
            return f"{instance is not None} {owner.__name__}"

    __doc__ = Doc()


print(Documented.__doc__, Documented().__doc__)


class First:
    __slots__ = "a", "b"
class Second:
    __slots__ = "b", "a"
class Third:
    __slots__ = "a", "b", "__weakref__"
class BelowFirst(First):
    __slots__ = "c"
class BelowSecond(Second):
    __slots__ = "c"
class Base: pass
class Meta(Base, type): pass
class Made(metaclass=Meta): pass


print(type(Made.__dict__).__name__)
for one, other in (First, Second), (First, Third), (BelowFirst, BelowSecond):
    print(one.__name__, other.__name__, attempt(lambda: setattr(one(), "__class__", other)))
print(attempt(lambda: First.a.__set__(Second(), 1)), attempt(lambda: First.a.__get__(1)))
