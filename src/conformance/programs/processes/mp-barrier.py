# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import threading


def meet(barrier, places, counted):
    for _ in range(3):
        places.put(barrier.wait())
        with counted.get_lock():
            counted.value += 1


def try_to_meet(barrier, results):
    try:
        barrier.wait()
    except threading.BrokenBarrierError as error:
        results.put((type(error).__name__, barrier.broken))


def act():
    print("all are there")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    barrier, places, counted = mp.Barrier(3), mp.Queue(), mp.Value("i")
    meeting = [mp.Process(target=meet, args=(barrier, places, counted)) for _ in range(3)]
    for process in meeting:
        process.start()
    print(sorted(places.get() for _ in range(9)))
    for process in meeting:
        process.join()
    print(counted.value, barrier.parties, barrier.n_waiting, barrier.broken)

    alone = mp.Barrier(1, action=act, timeout=5)
    print(alone.wait(), alone.wait())

    broken, results = mp.Barrier(2), mp.Queue()
    waiting = mp.Process(target=try_to_meet, args=(broken, results))
    waiting.start()
    while broken.n_waiting == 0:
        pass
    broken.abort()
    print(results.get(), broken.broken)
    waiting.join()
    try:
        broken.wait()
    except threading.BrokenBarrierError as error:
        print(type(error).__name__, error.args)
    broken.reset()
    print(broken.broken)
    try:
        broken.wait(timeout=0.01)
    except threading.BrokenBarrierError as error:
        print(type(error).__name__, broken.broken)
