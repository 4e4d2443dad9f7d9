"""Coroutines and methods of asynchronous generators that nobody awaits, and errors that nobody can catch."""
import gc
import sys
import warnings


async def work():
    pass


async def numbers():
    yield 1


def lose():
    work()
    held = work()
    del held
    numbers().asend(None)
    numbers().athrow(ValueError)
    numbers().aclose()
    agen = numbers()
    awaitable = agen.asend(None)
    del awaitable
    gc.collect()


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    lose()
for warning in caught:
    print(warning.category.__name__, warning.message)


def report(unraisable):
    print(unraisable.exc_type.__name__, unraisable.exc_value, unraisable.object, unraisable.err_msg.split(" 0x")[0])
    print("   ", unraisable.exc_traceback is not None)


sys.unraisablehook = report


class Loud:
    def __del__(self):
        raise RuntimeError("in __del__")


def stubborn():
    try:
        yield
    except GeneratorExit:
        yield "not yet"


loud = Loud()
del loud
generator = stubborn()
next(generator)
del generator
with warnings.catch_warnings():
    warnings.simplefilter("error")
    work()

exec("""
def closing():
    try:
        yield
    finally:
        print("closed")

generator = closing()
next(generator)
del generator
print("after")
""")


def outer():
    return work()


for depth in range(3):
    sys.set_coroutine_origin_tracking_depth(depth)
    coroutine = outer()
    origin = coroutine.cr_origin
    print(depth, origin and [(line, name) for _, line, name in origin])
    coroutine.close()
sys.set_coroutine_origin_tracking_depth(0)

suspended = stubborn()
next(suspended)
for clear in (suspended.gi_frame.clear, sys._getframe().clear):
    try:
        clear()
    except RuntimeError as error:
        print(error)


def returned():
    value = [1]
    return sys._getframe()


frame = returned()
print(frame.f_locals)
frame.clear()
print(frame.f_locals)
sys.unraisablehook = sys.__unraisablehook__
try:
    next(suspended)
except StopIteration:
    pass
