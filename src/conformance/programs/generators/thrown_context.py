"""What is thrown into a generator gets a context from what the generator handles, not from what its caller does."""

from contextlib import ExitStack, contextmanager


class Mishap(Exception):
    pass


def chain(exc):
    names = []
    while exc is not None:
        names.append(str(exc))
        exc = exc.__context__
    return names


def waiting():
    yield


def delegating():
    yield from waiting()


def handling():
    try:
        raise Mishap("own")
    except Mishap:
        yield


def failing():
    try:
        yield
    finally:
        raise Mishap("final")


async def coroutine():
    class Awaitable:
        def __await__(self):
            yield

    await Awaitable()


for make in (waiting, delegating, handling, failing, coroutine):
    for is_started in (True, False):
        for known in (None, Mishap("known")):
            thrown = Mishap("thrown")
            thrown.__context__ = known
            try:
                raise Mishap("outer")
            except Mishap:
                target = make()
                if is_started:
                    target.send(None)
                try:
                    target.throw(thrown)
                except Mishap as caught:
                    print(make.__name__, is_started, known, chain(caught))

finished = waiting()
list(finished)
try:
    raise Mishap("outer")
except Mishap:
    try:
        finished.throw(Mishap("thrown"))
    except Mishap as caught:
        print("finished", chain(caught))


@contextmanager
def replacing(exc):
    try:
        yield
    finally:
        raise exc


try:
    with ExitStack() as stack:
        for name in ("fourth", "third", "second"):
            stack.enter_context(replacing(Mishap(name)))
        raise Mishap("first")
except Mishap as caught:
    print(chain(caught))
