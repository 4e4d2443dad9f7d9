"""What may be given to throw(), on plain generators, through delegates, and to asynchronous generators."""
import warnings


class MadeWrong(Exception):
    def __new__(cls, *args):
        return 7


class FailsToBegin(Exception):
    def __init__(self, *args):
        raise KeyError("no")


def catcher():
    while True:
        try:
            yield "ready"
        except GeneratorExit:
            return
        except BaseException as error:
            yield repr(error)


def attempt(make, *args):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        generator = make()
        next(generator)
        try:
            print(args, "->", generator.throw(*args))
        except BaseException as error:
            print(args, "raised", repr(error))
        generator.close()
        for warning in caught:
            print("   ", warning.category.__name__, warning.message)


for given in [
    (ValueError,), (ValueError, 1), (ValueError, None, None), (ValueError, ValueError(3), None), (ValueError(3), None),
    (ValueError(3), 4), (ValueError, 4, 5), (ValueError, KeyError("x")), (ValueError, (1, 2)), (3,), ("x",), (),
    (MadeWrong,), (FailsToBegin,), (FailsToBegin, 1),
]:
    attempt(catcher, *given)


class Delegate:
    def __iter__(self):
        return self

    def __next__(self):
        return "ready"

    def throw(self, *args):
        return f"got {args!r}"


def delegating(inner):
    try:
        yield from inner()
    except TypeError as error:
        yield f"outer: {error!r}"


warnings.simplefilter("ignore")
for given in [(ValueError,), (ValueError, 2), (ValueError(1),), (3,), ("x",), (ValueError, 2, None)]:
    attempt(lambda: delegating(Delegate), *given)
    attempt(lambda: delegating(lambda: delegating(catcher)), *given)


def levels(error):
    names = []
    link = error.__traceback__
    while link is not None:
        names.append(link.tb_frame.f_code.co_name)
        link = link.tb_next
    return names


def reraising():
    try:
        yield
    except ZeroDivisionError:
        raise


for prepare in (next, lambda generator: None, lambda generator: generator.close()):
    generator = reraising()
    prepare(generator)
    try:
        1 / 0
    except ZeroDivisionError as error:
        try:
            generator.throw(error)
        except ZeroDivisionError as again:
            print(levels(again))


async def numbers():
    while True:
        try:
            print("sent", (yield 1))
        except ValueError as error:
            print("in", repr(error))


def drive(awaitable, value=None):
    try:
        awaitable.send(value)
    except BaseException as error:
        print(repr(error))


agen = numbers()
drive(agen.__anext__())
drive(agen.__anext__(), 10)
drive(agen.asend(5), 20)
drive(agen.asend(5))
drive(agen.athrow(ValueError))
drive(agen.athrow(3))
drive(numbers().__anext__(), 100)


class Unwilling:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        return 1 / 0


async def loop():
    async for _ in Unwilling():
        pass


try:
    loop().send(None)
except TypeError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)
