"""What an object's own attributes are, however they were set, read, deleted or asked for as a dict."""
import copy


class Plain:
    pass


class Empty:
    __slots__ = ()


def refused(value):
    try:
        value.own = 1
    except AttributeError as error:
        print(type(error).__name__, error)


for value in (object(), Empty(), 1, "text"):
    refused(value)


def fill(target, names):
    for number, name in enumerate(names):
        setattr(target, name, number)
    return target


# The order is that of setting, for each object.
one, other = fill(Plain(), "xyz"), fill(Plain(), "zyx")
print(one.__dict__, other.__dict__)
print([(item.x, item.y, item.z) for item in (one, other)])
one.x = 9
del one.y
one.y = 8
print(vars(one), hasattr(one, "y"), list(vars(other)))

# The dict is the object's own from then on.
names = other.__dict__
names["late"] = 5
other.later = 6
print(other.late, names["later"], names is other.__dict__ or names == other.__dict__)
del names["x"]
try:
    print(other.x)
except AttributeError as error:
    print(error)
one.__dict__ = {"fresh": 1}
print(one.fresh, vars(one), hasattr(one, "x"))


class Named(Plain):
    kind = "class"

    def call(self):
        return "method"


def look(item):
    return item.kind, item.call()


# One place in the code meets objects that differ: by an own attribute, by class, by what the class has then.
first, second, third = Named(), Named(), Named()
second.kind = "own"
third.call = lambda: "own call"
print([look(item) for item in (first, second, third, first)])
Named.kind = "new"
print([look(item) for item in (first, second, third)])
Named.call = lambda self: ("again", self is first)
print([look(item) for item in (first, second, third)])


class Other:
    kind = "other"

    def call(self):
        return vars(self)


first.value = 1
first.__class__ = Other
print(look(first), type(first).__name__, first.value)
first.value += 1
print(vars(first))

# More than fit a small object, and names that no two objects share.
many = Plain()
for number in range(50):
    setattr(many, f"a{number}", number)
print(len(vars(many)), many.a49, sum(vars(many).values()))
for number in range(100):
    odd = Plain()
    setattr(odd, f"only{number}", number)
    odd.common = -number
print(vars(odd))

twin = copy.copy(second)
twin.kind = "copied"
print(second.kind, twin.kind, vars(twin))


class Guarded:
    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        self._value = value * 2

    def __getattr__(self, name):
        return f"no {name}"


class Kept:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, target, owner):
        return "kept", target.__dict__.get(self.name)

    def __set__(self, target, value):
        target.__dict__[self.name] = value


guarded = Guarded()
guarded.value = 4
print(guarded.value, guarded.missing, vars(guarded))
guarded.late = 1
Guarded.late = Kept()
vars(Guarded)["late"].__set_name__(Guarded, "late")
print(guarded.late)
guarded.late = 3
print(guarded.late, vars(guarded))


class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1
        self.number = Counted.made
        if self.number % 2:
            self.odd = True


print([vars(Counted()) for _ in range(4)], Counted.made)
