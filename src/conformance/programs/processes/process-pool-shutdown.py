# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor

STATE = None


def prepare(text, number):
    global STATE
    STATE = (text, number)


def state():
    return STATE


def later(value):
    time.sleep(0.1)
    return value


def process_id(_):
    return os.getpid()


if __name__ == "__main__":
    spawn = mp.get_context("spawn")
    for arguments in ({"max_workers": 0}, {"initializer": 3}, {"max_tasks_per_child": 0}, {"max_tasks_per_child": "1"}):
        try:
            ProcessPoolExecutor(mp_context=spawn, **arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
    pool = ProcessPoolExecutor(1, mp_context=spawn, initializer=prepare, initargs=("ready", 2))
    print(pool.submit(state).result())
    futures = [pool.submit(later, number) for number in range(3)]
    pool.shutdown(wait=False)
    try:
        pool.submit(later, 1)
    except RuntimeError as error:
        print("RuntimeError:", error)
    print([future.result() for future in futures])
    pool.shutdown()

    pool = ProcessPoolExecutor(1, mp_context=spawn)
    futures = [pool.submit(later, number) for number in range(8)]
    print(futures[7].cancel(), futures[7].cancelled())
    pool.shutdown(cancel_futures=True)
    try:
        futures[7].result()
    except CancelledError as error:
        print("CancelledError", error.args)
    print(futures[0].result(), all(future.done() for future in futures), futures[6].cancelled())
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=2) as pool:
        identities = [pool.submit(process_id, number).result() for number in range(4)]
        print(identities[0] == identities[1], identities[1] == identities[2], len(set(identities)))
    try:
        list(pool.map(later, [1]))
    except RuntimeError as error:
        print("RuntimeError:", error)
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        try:
            pool.map(later, [1], chunksize=0)
        except ValueError as error:
            print("ValueError:", error)
