# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time


def tell(connection):
    parent = mp.parent_process()
    connection.send((parent.name, parent.pid == os.getppid(), parent.is_alive(), parent.exitcode))
    try:
        parent.start()
    except Exception as error:
        connection.send(type(error).__name__)
    connection.send(mp.active_children())


def grandchild(queue, depth):
    if depth:
        process = mp.Process(target=grandchild, args=(queue, depth - 1), name=f"depth-{depth}")
        process.start()
        process.join()
    queue.put((depth, mp.current_process().name, mp.parent_process().name))


def start_from_daemon(queue):
    try:
        mp.Process(target=tell).start()
    except AssertionError as error:
        queue.put(str(error))


def leave_a_daemon(queue):
    process = mp.Process(target=time.sleep, args=(100,), daemon=True)
    process.start()
    queue.put(process.pid)


def slow():
    time.sleep(0.1)
    print("the child ends after the main module")


if __name__ == "__main__":
    mp.set_start_method("spawn")
    here, there = mp.Pipe()
    process = mp.Process(target=tell, args=(there,))
    process.start()
    print(here.recv(), here.recv(), here.recv())
    process.join()
    queue = mp.Queue()
    process = mp.Process(target=grandchild, args=(queue, 2), name="top")
    process.start()
    print([queue.get() for _ in range(3)])
    process.join()
    daemon = mp.Process(target=start_from_daemon, args=(queue,), daemon=True)
    daemon.start()
    print(queue.get(), daemon.daemon)
    daemon.join()
    # A process ends its daemons before it ends.
    process = mp.Process(target=leave_a_daemon, args=(queue,))
    process.start()
    left = queue.get()
    process.join()
    try:
        os.kill(left, 0)
        print("still there")
    except ProcessLookupError:
        print("gone")
    # The others it waits for.
    mp.Process(target=slow).start()
    mp.Process(target=time.sleep, args=(1000,), daemon=True).start()
    print("the main module ends")
