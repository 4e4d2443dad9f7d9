# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
from multiprocessing import shared_memory


def write(name):
    memory = shared_memory.SharedMemory(name=name)
    memory.buf[0:5] = b"howdy"
    memory.buf[-1] = 33
    memory.close()


def double(name):
    numbers = shared_memory.ShareableList(name=name)
    for index in range(3):
        numbers[index] *= 2
    numbers[3] = "short"
    numbers.shm.close()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    memory = shared_memory.SharedMemory(create=True, size=16)
    memory.buf[:16] = bytes(range(16))
    process = mp.Process(target=write, args=(memory.name,))
    process.start()
    process.join()
    print(bytes(memory.buf[:6]), memory.buf[15], memory.size >= 16, process.exitcode)
    same = shared_memory.SharedMemory(memory.name)
    same.buf[2] = 0x2D
    print(bytes(memory.buf[:5]), same.name == memory.name, len(same.buf) == same.size)
    same.close()
    try:
        shared_memory.SharedMemory(memory.name, create=True, size=4)
    except FileExistsError as error:
        print(type(error).__name__, error.errno)
    memory.close()
    memory.unlink()
    try:
        shared_memory.SharedMemory(memory.name)
    except FileNotFoundError as error:
        print(type(error).__name__, error.errno)
    for arguments in ({"create": True}, {"create": True, "size": -1}, {}):
        try:
            shared_memory.SharedMemory(**arguments)
        except ValueError as error:
            print("ValueError:", error)

    numbers = shared_memory.ShareableList([1, 2.5, 3, "longer text", None, True, b"bytes"])
    process = mp.Process(target=double, args=(numbers.shm.name,))
    process.start()
    process.join()
    print(list(numbers), len(numbers), numbers.count(None), numbers.index(True), numbers.format)
    for index, value in ((3, "x" * 50), (9, 1)):
        try:
            numbers[index] = value
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
    numbers.shm.close()
    numbers.shm.unlink()
