"""How objects are taken apart for copying and pickling, protocol by protocol."""
import copy


class Plain:
    pass


class Slotted:
    __slots__ = "a", "b"

    def __init__(self):
        self.a = 1


class Int(int): pass
class Dict(dict): pass
class List(list): pass
class Tuple(tuple): pass
class Float(float): pass


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for protocol in range(5):
    print(protocol, attempt(lambda: Slotted().__reduce_ex__(protocol)[2:]))
for value in Int(3), Dict(a=1), List([1, 2]), Tuple((1, 2)), Float(1.5), 5, "a", 1.5, (1,), len, int, b"a", bytearray(b"xyz"), bytearray():
    for protocol in 1, 2:
        parts = attempt(lambda: value.__reduce_ex__(protocol))
        name = getattr(parts[0], "__name__", parts) if isinstance(parts, tuple) else parts
        print(type(value).__name__, protocol, name, parts[1:3] if isinstance(parts, tuple) else "")
print([part if isinstance(part, tuple) else part.__name__ for part in Plain().__reduce__()])
print(bytearray(b"abc").__reduce_ex__(4), copy.deepcopy([bytearray(b"abc")]))


class Keyword:
    def __new__(cls, a, *, k):
        self = object.__new__(cls)
        self.a, self.k = a, k
        return self

    def __getnewargs_ex__(self):
        return (self.a,), {"k": self.k}


twin = copy.copy(Keyword(1, k=2))
print(twin.a, twin.k)
for answer in 5, (), ((), ()), ([], {}):
    wrong = type("Wrong", (), {"__getnewargs_ex__": lambda self: answer})
    print(attempt(lambda: copy.copy(wrong())))
print(attempt(lambda: copy.copy(type("Wrong", (), {"__getnewargs__": lambda self: 5})())))


def generator():
    yield


for value in generator(), generator, copy, Slotted.a, property(), Plain, iter([]), NotImplemented:
    print(type(value).__name__, attempt(lambda: copy.copy(value) is value))
