# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import multiprocessing.dummy
import threading
from multiprocessing.pool import ThreadPool


def square(number):
    return number * number


def fail(number):
    raise ValueError(number)


def run_threads(queue):
    done = []
    threads = [threading.Thread(target=done.append, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    queue.put((sorted(done), threading.main_thread().name, threading.current_thread() is threading.main_thread()))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with ThreadPool(3) as pool:
        print(pool.map(square, range(5)), pool.starmap(pow, [(2, 3)]), list(pool.imap(square, range(3))))
        try:
            pool.apply(fail, (3,))
        except ValueError as error:
            print("ValueError", error, error.__cause__)
        print(pool.apply_async(lambda: threading.current_thread() is threading.main_thread()).get())
    dummy = multiprocessing.dummy
    process = dummy.Process(target=print, args=("in a thread",))
    process.start()
    process.join()
    print(process.exitcode, isinstance(process, threading.Thread), dummy.current_process() is threading.current_thread())
    with dummy.Pool(2) as pool:
        print(pool.map(square, [4]), type(pool).__name__)
    here, there = dummy.Pipe()
    there.send("text")
    print(here.recv(), here.poll(), dummy.Queue().empty())
    queue = mp.Queue()
    processes = [mp.Process(target=run_threads, args=(queue,)) for _ in range(2)]
    starters = [threading.Thread(target=process.start) for process in processes]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    print(queue.get(), queue.get())
    for process in processes:
        process.join()
