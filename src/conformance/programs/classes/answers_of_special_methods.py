"""What special methods may answer: subclasses of int and float, hints of length, bases that are no classes, cells."""
import operator
import sys
import warnings


def show(function, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(repr(function(*args)), end="")
        except Exception as error:
            print(type(error).__name__, error, end="")
    print("", [(warning.category.__name__, str(warning.message)[:70]) for warning in caught] or "")


show(lambda: ~True)
show(operator.invert, False)


class Whole(int):
    pass


class Number:
    def __index__(self):
        return Whole(3)

    def __int__(self):
        return Whole(4)

    def __float__(self):
        return type("Real", (float,), {})(2.5)

    def __complex__(self):
        return type("Complex", (complex,), {})(2.5)


for function in (int, operator.index, float, complex, range, bin):
    show(function, Number())
show(lambda: [1, 2, 3, 4][Number()])


class Hinting:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        return self.hint


for hint in (1, True, Whole(2), 2**100, -1, "a", NotImplemented, None):
    show(list, Hinting(hint))
    show(operator.length_hint, Hinting(hint))


class Claims:
    """Passes for a class."""

    def __init__(self, *bases):
        self.bases = bases

    @property
    def __bases__(self):
        return self.bases


parent = Claims()
child = Claims(parent)


class Instance:
    @property
    def __class__(self):
        return child


for pair in [(Instance(), parent), (Instance(), child), (1, parent), (Instance(), (int, parent)), (1, 5)]:
    show(isinstance, *pair)
for pair in [(child, parent), (parent, child), (int, parent), (5, int), (child, int), (child, (int, parent)), (int, 5)]:
    show(issubclass, *pair)


class Fails:
    @property
    def __bases__(self):
        raise RuntimeError("no bases today")


for function, *args in [(isinstance, 1, Fails()), (issubclass, Fails(), int), (issubclass, int, Fails())]:
    show(function, *args)


def cell(value, is_empty=False):
    kept = value
    def inner():
        return kept
    if is_empty:
        del kept
    return inner.__closure__[0]


for name in ("lt", "le", "eq", "ne", "gt", "ge"):
    for pair in [(cell(1), cell(2)), (cell(1, True), cell(2)), (cell(1, True), cell(2, True)), (cell(3), 3)]:
        show(getattr(operator, name), *pair)
show(hash, cell(1))


class Never:
    __bool__ = None


show(bool, Never())
show(lambda: int.__new__(bool, 0))
show(lambda: (1, 2)[2**70])
show(lambda: [1].insert(2**70, 3))
show(lambda: [1].pop(2**70))
show(lambda: None(*5))
show(lambda: None(**5))
show(lambda: Never(*5))
show(lambda: int(**5))
