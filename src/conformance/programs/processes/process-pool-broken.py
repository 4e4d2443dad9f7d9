# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import signal
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def leave():
    os._exit(4)


def kill_itself():
    os.kill(os.getpid(), signal.SIGKILL)


def sleep():
    time.sleep(30)


def nothing():
    pass


class Untransmittable:
    def __reduce__(self):
        raise TypeError("stays here")


def give():
    return Untransmittable()


if __name__ == "__main__":
    spawn = mp.get_context("spawn")
    print(issubclass(BrokenProcessPool, BrokenExecutor), BrokenProcessPool.__mro__[2].__name__)
    for target in (leave, kill_itself):
        with ProcessPoolExecutor(2, mp_context=spawn) as pool:
            try:
                pool.submit(target).result()
            except BrokenProcessPool as error:
                print(error)
            try:
                pool.submit(nothing)
            except BrokenProcessPool as error:
                print(error)
    # Killed from outside, while it is idle.
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        worker = pool.submit(os.getpid).result()
        os.kill(worker, signal.SIGTERM)
        try:
            pool.submit(sleep).result()
        except BrokenProcessPool as error:
            print(type(error).__name__)
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        try:
            pool.submit(give).result()
        except TypeError as error:
            print("TypeError", error)
        try:
            pool.submit(Untransmittable()).result()
        except TypeError as error:
            print("TypeError", error)
        try:
            pool.submit(lambda: 1).result()
        except Exception as error:
            print("cannot be sent", type(error).__name__ in ("PicklingError", "AttributeError"))
        print(pool.submit(nothing).result())
