# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import queue
import time


def produce(items, name, count):
    for number in range(count):
        items.put((name, number))
    items.put((name, None))


def echo(inbox, outbox):
    for text in iter(inbox.get, None):
        outbox.put(text.upper())


if __name__ == "__main__":
    mp.set_start_method("spawn")
    items = mp.Queue()
    producers = [mp.Process(target=produce, args=(items, name, 5)) for name in "abc"]
    for process in producers:
        process.start()
    seen = {}
    ended = 0
    while ended < 3:
        name, number = items.get()
        if number is None:
            ended += 1
        else:
            seen.setdefault(name, []).append(number)
    print(sorted(seen.items()))
    for process in producers:
        process.join()
    print(items.empty(), items.qsize())

    for call in (items.get_nowait, lambda: items.get(timeout=0.01), lambda: items.get(False)):
        try:
            call()
        except queue.Empty as error:
            print("Empty", error.args)
    small = mp.Queue(2)
    small.put(1)
    small.put(2)
    print(small.full(), small.qsize())
    for call in (lambda: small.put_nowait(3), lambda: small.put(3, timeout=0.01)):
        try:
            call()
        except queue.Full as error:
            print("Full", error.args)
    print(small.get(), small.get())

    inbox, outbox = mp.Queue(), mp.Queue()
    process = mp.Process(target=echo, args=(inbox, outbox))
    process.start()
    for word in ("one", "two", None):
        inbox.put(word)
    print(outbox.get(), outbox.get())
    process.join()
    print(process.exitcode)

    # What is put goes through a thread: it is there a moment later, and survives changes made meanwhile only as a copy.
    large = mp.Queue()
    large.put(b"x" * 300_000)
    print(len(large.get()))
    large.close()
    try:
        large.put(1)
    except ValueError as error:
        print("ValueError:", str(error).split(" object at ")[0])
    try:
        large.get()
    except (ValueError, OSError) as error:
        print("ValueError:", str(error).split(" object at ")[0])
    large.join_thread()
    print(mp.Queue(5).full())
