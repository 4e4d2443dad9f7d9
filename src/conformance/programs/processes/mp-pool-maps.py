# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time


def square(number):
    return number * number


def power(base, exponent=2):
    return base**exponent


def later(number):
    time.sleep(0.02 * (3 - number))
    return number


SETTING = None


def prepare(text):
    global SETTING
    SETTING = text


def setting(_):
    return SETTING


def fail(number):
    raise ValueError(f"no {number}")


def process_id(_):
    return os.getpid()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Pool(3) as pool:
        print(pool.map(square, range(8)), pool.map(square, [], chunksize=4), pool.map(square, range(5), 2))
        print(pool.starmap(power, [(2, 3), (3,), (4, 0)]), pool.apply(power, (5,), {"exponent": 3}))
        print(list(pool.imap(later, range(4))), sorted(pool.imap_unordered(later, range(4))), list(pool.imap(square, range(5), chunksize=2)))
        lazy = pool.imap(square, iter([7, 8]))
        print(next(lazy), lazy.next(timeout=10))
        try:
            next(lazy)
        except StopIteration:
            print("StopIteration")
        got = []
        result = pool.map_async(square, [1, 2, 3], callback=got.append)
        result.wait()
        print(result.get(), result.ready(), result.successful(), got)
        result = pool.apply_async(fail, (1,), callback=got.append, error_callback=lambda error: got.append(repr(error)))
        result.wait()
        print(result.ready(), result.successful(), got)
        result = pool.starmap_async(power, [(2, 2)])
        print(result.get(timeout=10))
        slow = pool.apply_async(time.sleep, (0.3,))
        try:
            slow.get(timeout=0.01)
        except mp.TimeoutError as error:
            print("TimeoutError", error.args)
        try:
            slow.successful()
        except ValueError as error:
            print("ValueError:", str(error).split(" object at ")[0].lstrip("<"))
        print(len(set(pool.map(process_id, range(30)))) <= 3, os.getpid() in pool.map(process_id, range(3)))
    with mp.Pool(2, prepare, ("ready",)) as pool:
        print(pool.map(setting, range(4)))
