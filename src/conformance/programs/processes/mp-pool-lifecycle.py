# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time


def process_id(_):
    return os.getpid()


def square(number):
    return number * number


if __name__ == "__main__":
    mp.set_start_method("spawn")
    pool = mp.Pool(2)
    result = pool.map_async(square, range(5))
    pool.close()
    for call in (lambda: pool.map(square, [1]), lambda: pool.apply_async(square, (1,)), lambda: pool.imap(square, [1])):
        try:
            call()
        except ValueError as error:
            print("ValueError:", error)
    pool.join()
    print(result.get(), repr(pool).split(" pool_size")[1])

    pool = mp.Pool(2)
    try:
        pool.join()
    except ValueError as error:
        print("ValueError:", error)
    pool.apply_async(time.sleep, (100,))
    begun = time.monotonic()
    pool.terminate()
    pool.join()
    print(time.monotonic() - begun < 50)
    try:
        with pool:
            pass
    except ValueError as error:
        print("ValueError:", error)

    with mp.Pool(1, maxtasksperchild=2) as pool:
        identities = pool.map(process_id, range(6), chunksize=1)
        print(len(set(identities)), identities[0] == identities[1], identities[1] == identities[2])
    with mp.Pool(2) as pool:
        print(all(process.daemon for process in pool._pool))
    print(mp.active_children())
