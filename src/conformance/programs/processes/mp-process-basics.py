# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import time


def nothing():
    pass


def wait_for(event):
    event.wait()


class Custom(mp.get_context("spawn").Process):
    def __init__(self, queue):
        super().__init__(name="custom")
        self.queue = queue

    def run(self):
        self.queue.put((self.name, mp.current_process() is self, os.getppid() == mp.parent_process().pid))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    process = mp.Process(target=nothing)
    print(process.name, process.pid, process.exitcode, process.is_alive(), process.daemon, process.ident)
    print(repr(process).replace(str(os.getpid()), "PARENT"))
    try:
        process.join()
    except AssertionError as error:
        print("AssertionError:", error)
    try:
        process.sentinel
    except ValueError as error:
        print("ValueError:", error)
    process.start()
    print(process.pid == process.ident, process.pid != os.getpid())
    process.join()
    print(process.exitcode, process.is_alive(), repr(process).replace(str(process.pid), "PID").replace(str(os.getpid()), "PARENT"))
    try:
        process.start()
    except AssertionError as error:
        print("AssertionError:", error)
    try:
        process.daemon = True
    except AssertionError as error:
        print("AssertionError:", error)
    process.close()
    try:
        process.is_alive()
    except ValueError as error:
        print("ValueError:", error)
    print(repr(process).replace(str(os.getpid()), "PARENT"))

    event = mp.Event()
    waiting = mp.Process(target=wait_for, args=(event,), name="waiting", daemon=True)
    waiting.start()
    begun = time.monotonic()
    print(waiting.join(0.05), waiting.exitcode, waiting.is_alive(), time.monotonic() - begun >= 0.04)
    print(mp.connection.wait([waiting.sentinel], 0.01))
    print([child.name for child in mp.active_children()])
    try:
        waiting.close()
    except ValueError as error:
        print("ValueError:", error)
    event.set()
    print(mp.connection.wait([waiting.sentinel]) == [waiting.sentinel])
    waiting.join()
    print(waiting.exitcode, mp.active_children())

    queue = mp.SimpleQueue()
    custom = Custom(queue)
    custom.start()
    print(queue.get())
    custom.join()
    print(mp.current_process().name, mp.parent_process(), mp.current_process().daemon)
    for arguments in ({"group": 1}, {"target": nothing, "unknown": 2}):
        try:
            mp.Process(**arguments)
        except (AssertionError, TypeError) as error:
            print(type(error).__name__, error)
