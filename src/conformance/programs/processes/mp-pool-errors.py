# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
from multiprocessing.pool import MaybeEncodingError


def fail(number):
    if number == 2:
        raise KeyError(number)
    return number


def give_what_cannot_be_sent(_):
    return lambda: None


def start_another(_):
    try:
        mp.Process(target=print).start()
    except AssertionError as error:
        return str(error)


class Special(Exception):
    def __init__(self, code, detail):
        super().__init__(code, detail)
        self.code = code


def special(code):
    raise Special(code, "detail")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(2) as pool:
        for call in (
            lambda: pool.map(fail, range(4)),
            lambda: pool.apply(fail, (2,)),
            lambda: list(pool.imap(fail, range(4))),
            lambda: pool.apply_async(special, (7,)).get(),
        ):
            try:
                call()
            except (KeyError, Special) as error:
                print(repr(error), type(error.__cause__).__name__, "in fail" in str(error.__cause__), getattr(error, "code", None))
        results = pool.imap(fail, range(4))
        print(next(results), next(results))
        try:
            next(results)
        except KeyError as error:
            print("KeyError", error)
        print(next(results))
        try:
            pool.apply(give_what_cannot_be_sent, (1,))
        except MaybeEncodingError as error:
            print("MaybeEncodingError", str(error).startswith("Error sending result: "))
        print(pool.apply(start_another, (1,)))
        print(pool.map(fail, [0, 1]))
    for arguments in ({"processes": 0}, {"processes": 1, "initializer": 3}, {"processes": 1, "maxtasksperchild": 0}):
        try:
            mp.Pool(**arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
