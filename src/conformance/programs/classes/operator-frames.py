"""Operators and comparisons written in Python: which method is asked, what NotImplemented leads to, tracebacks, slots, super."""
import traceback


class Left:
    def __init__(self, answer):
        self.answer = answer

    def __add__(self, other):
        print("Left.__add__")
        return self.answer

    def __lt__(self, other):
        print("Left.__lt__")
        return self.answer

    def __eq__(self, other):
        print("Left.__eq__")
        return self.answer

    __hash__ = None


class Right:
    def __radd__(self, other):
        print("Right.__radd__")
        return "right"

    def __gt__(self, other):
        print("Right.__gt__")
        return "greater"


class Below(Left):
    def __radd__(self, other):
        print("Below.__radd__")
        return "below"


class InPlace(Left):
    def __iadd__(self, other):
        print("InPlace.__iadd__")
        return NotImplemented


print(Left(1) + Right(), Left(NotImplemented) + Right(), Left(1) + Below(2))
print(Left(3) < Right(), Left(NotImplemented) < Right())
same = Left(NotImplemented)
print(same == same, same == Left(NotImplemented), same != Right(), Left(0) == 5, Left([]) != 5)
if Left([]) == 1:
    print("never")
elif Left("yes") == 1:
    print("truth of what is answered")
value = InPlace("plain")
value += 1
print(value)
value = InPlace(NotImplemented)
for right in (1, Right()):
    try:
        value += right
        print(value)
    except TypeError as error:
        print(error)
for act in (lambda: Left(NotImplemented) + 1, lambda: Left(NotImplemented) < 1, lambda: 1 < Left(NotImplemented)):
    try:
        print(act())
    except TypeError as error:
        print(error)


class Failing:
    def __mul__(self, other):
        return other.missing

    def __le__(self, other):
        raise ValueError("no order")


try:
    Failing() * 3
except AttributeError:
    print(traceback.format_exc())
try:
    1 if Failing() <= 3 else 2
except ValueError as error:
    print([frame.name for frame in traceback.extract_tb(error.__traceback__)])


class Lazy:
    def __add__(self, other):
        yield other

    async def __sub__(self, other):
        return other


print(list(Lazy() + 1))
waiting = Lazy() - 2
try:
    waiting.send(None)
except StopIteration as stop:
    print(stop.value)


class Slotted:
    __slots__ = ("b", "a")

    def __init__(self, a, b=None):
        self.a = a
        if b is not None:
            self.b = b


class More(Slotted):
    __slots__ = ("c",)

    def __init__(self, a, b, c):
        super().__init__(a, b)
        self.c = c


class Other:
    __slots__ = ("a", "b")


more = More(1, 2, 3)
print(more.a, more.b, more.c)
try:
    print(Slotted(1).b)
except AttributeError as error:
    print(error)
del more.b
try:
    del more.b
except AttributeError as error:
    print(error)
more.b = 5
plain = Slotted(7, 8)
plain.__class__ = Other
print(plain.a, plain.b, more.b, [hasattr(Slotted(1), name) for name in "abc"])


class Base:
    def who(self, suffix=""):
        return "Base" + suffix

    @classmethod
    def make(cls):
        return cls.__name__

    @property
    def size(self):
        return 3


class Middle(Base):
    def who(self, suffix=""):
        return "Middle>" + super().who(suffix)


class Side(Base):
    def who(self, suffix=""):
        return "Side>" + super().who(suffix)


class Both(Middle, Side):
    def who(self, suffix="!"):
        inner = lambda: super(Both, self).who("?")
        return [super().who(suffix), inner(), super().__repr__()[:1], super().size]

    @classmethod
    def make(cls):
        return "made " + super().make()

    def cell(self):
        def later():
            return self

        return super().who("@"), later() is self

    def missing(self):
        return super().nothing()


both = Both()
print(both.who(), Both.make(), both.cell())
try:
    both.missing()
except AttributeError as error:
    print(error)


def shadowed():
    class super:
        def __init__(self, *given):
            self.given = given

        def who(self):
            return "own super"

    class Mine(Base):
        def who(self):
            return super().who()

    return Mine().who()


print(shadowed())
