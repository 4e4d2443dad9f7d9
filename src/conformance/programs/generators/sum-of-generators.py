"""`sum` of generators: order of steps, exceptions on both sides, what is left of the generator."""


def noisy(*items):
    try:
        for item in items:
            print("give", type(item).__name__)
            yield item
    finally:
        print("closed")


class Odd:
    def __init__(self, value):
        self.value = value

    def __radd__(self, other):
        print("radd", other)
        return other + self.value

    def __add__(self, other):
        return NotImplemented


print(sum(noisy(1, 2, 3)))
print(sum(noisy(1, True, 2.5, 0.1, 1e100, -1e100)))
print(sum(noisy(0.1, 2, Odd(5), 1)))
print(sum(noisy([1], [2]), []))
print(sum(noisy(2**62, 2**62, 2**62)))
print(sum(x for x in range(5) if x % 2), sum((x / 10 for x in range(10)), 1), sum(iter([])), sum(n for n in ()))
try:
    print(sum(noisy(1, "two", 3)))
except TypeError as error:
    print(type(error).__name__, error)


def failing():
    yield 1
    raise KeyError("inside")


try:
    sum(failing())
except KeyError as error:
    print("raised", error)
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append(trace.tb_frame.f_code.co_name)
        trace = trace.tb_next
    print(frames)


def returning():
    yield 4
    return 99


print(sum(returning()))
half = noisy(1, 2, 3)
print(next(half), sum(half), list(half))
print(sum(sum(range(n)) for n in range(4)), sum(sum(m for m in range(n)) for n in range(4)))
itself = None


def reentrant():
    yield 1
    yield sum(itself)


itself = reentrant()
try:
    print(sum(itself))
except ValueError as error:
    print(error)
print(sorted([3, 1, 2], key=lambda x: sum(y * x for y in range(3))), max([1, 2], key=lambda x: sum(-x for _ in "ab")))
print(sorted([("b", 1), ("a", 2), ("a", 1.5), ("a", True), ("a\U0001f600",), ("a\uffff",), ()]))
