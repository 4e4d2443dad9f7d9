# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import threading


def add(value, count):
    for _ in range(count):
        with value.get_lock():
            value.value += 1


def add_under(lock, value, count):
    for _ in range(count):
        lock.acquire()
        try:
            value.value += 1
        finally:
            lock.release()


def try_to_take(locks, results):
    for lock in locks:
        results.put((lock.acquire(False), lock.acquire(timeout=0.01)))


def release(lock):
    lock.release()


def shown(error):
    return f"{type(error).__name__}: {error}"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    value = mp.Value("i")
    workers = [mp.Process(target=add, args=(value, 50)) for _ in range(3)]
    lock, plain = mp.Lock(), mp.Value("i", lock=False)
    workers += [mp.Process(target=add_under, args=(lock, plain, 50)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print(value.value, plain.value)

    lock, rlock, semaphore, bounded = mp.Lock(), mp.RLock(), mp.Semaphore(2), mp.BoundedSemaphore(1)
    print(lock, rlock, semaphore, bounded)
    print(lock.acquire(), rlock.acquire(), rlock.acquire(), semaphore.acquire(), bounded.acquire())
    print(lock, rlock, semaphore, bounded)
    results = mp.SimpleQueue()
    process = mp.Process(target=try_to_take, args=((lock, rlock, semaphore, bounded), results))
    process.start()
    print([results.get() for _ in range(4)])
    process.join()
    print(semaphore.get_value(), bounded.get_value(), lock.acquire(block=False), lock.acquire(timeout=-5))

    # A lock may be released by another process, a reentrant one may not.
    process = mp.Process(target=release, args=(lock,))
    process.start()
    process.join()
    print(lock.acquire(False), process.exitcode)
    lock.release()
    for call in (lock.release, bounded.release, bounded.release):
        try:
            print(call())
        except ValueError as error:
            print(shown(error))
    rlock.release()
    rlock.release()
    try:
        rlock.release()
    except AssertionError as error:
        print(shown(error))
    rlock.acquire()

    def in_a_thread():
        print(rlock.acquire(False))
        try:
            rlock.release()
        except AssertionError as error:
            print(shown(error))

    thread = threading.Thread(target=in_a_thread)
    thread.start()
    thread.join()
    for make in (lambda: mp.Semaphore(-1), lambda: mp.Semaphore("x")):
        try:
            print(make())
        except (OSError, TypeError, ValueError) as error:
            print(type(error).__name__)
    with mp.Lock() as entered, mp.Semaphore(3) as also:
        print(entered, also)
