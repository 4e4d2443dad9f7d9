# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import pickle
import sys

CHANGED = "as written"
MADE = []
MADE.append(__name__)


class Item:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return type(self) is type(other) and self.value == other.value


def look(queue, item, numbers):
    numbers.append(4)
    item.value = "changed in the child"
    queue.put((__name__, CHANGED, MADE, item.__class__.__module__, sys.modules["__main__"] is sys.modules["__mp_main__"]))
    queue.put(item)
    queue.put((sys.argv[1:], mp.get_start_method(), numbers))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    CHANGED = "changed by the parent"
    MADE.append("more")
    sys.argv.append("an argument")
    queue = mp.Queue()
    item = Item("made by the parent")
    numbers = [1, 2, 3]
    process = mp.Process(target=look, args=(queue, item), kwargs={"numbers": numbers})
    process.start()
    print(queue.get())
    back = queue.get()
    print(type(back) is Item, back.value, item.value, back == item)
    print(queue.get(), numbers)
    process.join()
    for target in (lambda: None, (i for i in ()).__next__):
        process = mp.Process(target=target)
        try:
            process.start()
        except Exception as error:
            print("cannot be sent:", process.exitcode, process.is_alive(), type(error).__module__ in ("_pickle", "builtins", "pickle"))

    try:
        pickle.dumps(mp.Lock())
    except RuntimeError as error:
        print("RuntimeError:", error)
