# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ProcessPoolExecutor, TimeoutError, as_completed, wait


def square(number):
    return number * number


def add(left, right, *, by=0):
    return left + right + by


def fail(number):
    raise LookupError(f"no {number}")


def later(seconds, result):
    time.sleep(seconds)
    return result


if __name__ == "__main__":
    spawn = mp.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=spawn) as pool:
        print(list(pool.map(square, range(6))), list(pool.map(add, [1, 2, 3], [10, 20], chunksize=2)))
        future = pool.submit(add, 1, 2, by=3)
        print(future.result(), future.done(), future.running(), future.cancelled(), future.exception())
        future = pool.submit(fail, 5)
        print(repr(future.exception()), type(future.exception().__cause__).__name__)
        try:
            future.result()
        except LookupError as error:
            print("LookupError", error, "in fail" in str(error.__cause__))
        results = pool.map(fail, [1, 2])
        try:
            next(results)
        except LookupError as error:
            print("LookupError", error)
        futures = {pool.submit(later, seconds, name): name for seconds, name in ((0.3, "slow"), (0, "quick"))}
        print([futures[each] for each in as_completed(futures)])
        futures = [pool.submit(later, seconds, seconds) for seconds in (0, 0.4)]
        done, waiting = wait(futures, return_when=FIRST_COMPLETED)
        print(futures[0] in done, futures[1] in waiting)
        done, waiting = wait(futures)
        print(len(done), len(waiting))
        done, waiting = wait([pool.submit(fail, 1), pool.submit(later, 0.4, 1)], return_when=FIRST_EXCEPTION)
        print(len(done), len(waiting))
        slow = pool.submit(later, 0.4, "in the end")
        try:
            slow.result(timeout=0.01)
        except TimeoutError as error:
            print("TimeoutError", error.args)
        called = []
        slow.add_done_callback(lambda future: called.append(future.result()))
        print(slow.result(), os.getpid() == pool.submit(os.getpid).result())
        try:
            list(pool.map(later, [1], [1], timeout=0.01))
        except TimeoutError:
            print("TimeoutError")
    print(called)
