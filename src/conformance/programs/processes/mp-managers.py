# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
from multiprocessing.managers import BaseManager, NamespaceProxy, RemoteError


class Counter:
    def __init__(self, start=0):
        self.count = start

    def add(self, by=1):
        self.count += by
        return self.count

    def fail(self):
        raise ZeroDivisionError("in the manager")

    def _hidden(self):
        return 1


class OwnManager(BaseManager):
    pass


OwnManager.register("Counter", Counter)


def fill(shared, numbers, space, lock, queue):
    shared["from"] = "child"
    shared.update(a=1)
    numbers.append(99)
    numbers.reverse()
    space.text = "seen"
    with lock:
        queue.put(len(numbers))


def count(counter, times):
    for _ in range(times):
        counter.add()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    with mp.Manager() as manager:
        shared, numbers, space = manager.dict(z=0), manager.list([1, 2, 3]), manager.Namespace(given=5)
        lock, queue = manager.Lock(), manager.Queue()
        process = mp.Process(target=fill, args=(shared, numbers, space, lock, queue))
        process.start()
        process.join()
        print(shared, sorted(shared.keys()), numbers, space, queue.get(), process.exitcode)
        print(len(shared), "a" in shared, shared.get("none", 7), shared.pop("a"), dict(shared) == shared.copy(), shared.items())
        print(numbers[0], numbers[1:], numbers + [5], 3 in numbers, numbers.index(2), list(numbers), numbers.pop())
        numbers.extend([7, 8])
        numbers[0] = "first"
        del numbers[1]
        numbers.sort(key=str)
        print(numbers, len(numbers), numbers.count(7))
        try:
            shared["missing"]
        except KeyError as error:
            print("KeyError", error)
        space.more = [1]
        space.more.append(2)
        print(space.more, hasattr(space, "missing"), space.given)
        outer = manager.list([manager.dict(inner=1)])
        outer[0]["inner"] += 1
        print(outer[0]["inner"], type(outer[0]).__name__, repr(numbers).split(" object, typeid ")[1].split(" at ")[0])
        value, array, event = manager.Value("i", 3), manager.Array("i", [1, 2]), manager.Event()
        value.value += 1
        array[1] = 20
        event.set()
        print(value.value, array[:], event.is_set(), event.wait(1))
    try:
        len(numbers)
    except (OSError, EOFError) as error:
        print("the manager is gone")

    with OwnManager() as manager:
        counter = manager.Counter(10)
        processes = [mp.Process(target=count, args=(counter, 4)) for _ in range(2)]
        for process in processes:
            process.start()
        for process in processes:
            process.join()
        print(counter.add(2), hasattr(counter, "_hidden"), hasattr(counter, "add"))
        try:
            counter.fail()
        except ZeroDivisionError as error:
            print("ZeroDivisionError:", error, type(error.__cause__).__name__)
