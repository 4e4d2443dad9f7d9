# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import signal
import sys
import time


def leave(value):
    sys.stderr = open(os.devnull, "w")
    sys.exit(value)


def fail():
    sys.stderr = open(os.devnull, "w")
    raise ValueError("in the child")


def end_at_once():
    try:
        os._exit(9)
    finally:
        print("never printed")


def send_itself(number):
    os.kill(os.getpid(), number)
    time.sleep(10)


def sleep():
    time.sleep(100)


def ignore(connection):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.send("ready")
    time.sleep(100)


def handle(connection):
    def handler(number, frame):
        connection.send(signal.Signals(number).name)
        sys.exit(21)

    signal.signal(signal.SIGTERM, handler)
    connection.send("ready")
    time.sleep(100)


def code_of(target, *arguments):
    process = mp.Process(target=target, args=arguments)
    process.start()
    process.join()
    return process.exitcode


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for value in (None, 0, 3, 256 + 5, True, "a text"):
        print(repr(value), code_of(leave, value))
    print("exception", code_of(fail))
    print("os._exit", code_of(end_at_once))
    for number in (signal.SIGTERM, signal.SIGKILL, signal.SIGUSR1):
        print(number.name, code_of(send_itself, number))
    for how in ("terminate", "kill"):
        process = mp.Process(target=sleep)
        process.start()
        getattr(process, how)()
        process.join()
        print(how, process.exitcode, process.is_alive())
    here, there = mp.Pipe()
    process = mp.Process(target=ignore, args=(there,))
    process.start()
    print(here.recv())
    process.terminate()
    process.join(0.1)
    print("after terminate()", process.exitcode)
    process.kill()
    process.join()
    print("after kill()", process.exitcode)
    process = mp.Process(target=handle, args=(there,))
    process.start()
    print(here.recv())
    process.terminate()
    print(here.recv())
    process.join()
    print(process.exitcode)
