# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import ctypes
import multiprocessing as mp
from multiprocessing.sharedctypes import RawArray, RawValue, copy


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_double), ("y", ctypes.c_int), ("tag", ctypes.c_char)]


def change(number, flag, letters, squares, points, raw, point):
    number.value *= 2
    flag.value = not flag.value
    letters.value = letters.value.upper()
    for index in range(len(squares)):
        squares[index] = squares[index] ** 2
    for each in points:
        each.x, each.y = each.y, int(each.x)
    raw[1] = 2.5
    point.x = -1
    point.tag = b"z"


if __name__ == "__main__":
    mp.set_start_method("spawn")
    number = mp.Value("d", 1.25)
    flag = mp.Value(ctypes.c_bool, False)
    letters = mp.Array("c", b"hello")
    squares = mp.Array("i", range(6), lock=False)
    points = mp.Array(Point, [(1.5, 2, b"a"), (3.0, 4, b"b")])
    raw = RawArray("d", 3)
    point = mp.Value(Point, 7, 8, b"p")
    process = mp.Process(target=change, args=(number, flag, letters, squares, points, raw, point))
    process.start()
    process.join()
    print(number.value, flag.value, letters.value, letters.raw, squares[:], raw[:])
    print([(each.x, each.y, each.tag) for each in points], (point.x, point.y, point.tag))
    print(number, mp.Value("i", 3).get_obj(), type(squares).__name__, type(points).__name__, type(point).__name__)

    array = mp.Array("h", [5, 6, 7, 8])
    print(len(array), array[0], array[-1], array[1:3], list(array), array[::-1], 7 in array[:])
    array[1:3] = [60, 70]
    array[0] += 1
    print(array[:])
    for call in (lambda: array[9], lambda: array.__setitem__(0, "text"), lambda: array.__setitem__(slice(0, 2), [1])):
        try:
            call()
        except (IndexError, TypeError, ValueError) as error:
            print(type(error).__name__, error)
    with array:
        with array.get_lock():
            print(array.get_obj()[3])
    for value, text in ((mp.Value("B", 255), 256 + 7), (mp.Value("b", 0), 200), (mp.Value("q", 2**40), -1), (RawValue("f", 0.1), 0.5)):
        before = value.value
        value.value = text
        print(before, value.value)
    lock = mp.Lock()
    shared = mp.Value("i", 1, lock=lock)
    print(shared.get_lock() is lock, copy(RawValue("i", 9)).value)
    for call in (lambda: mp.Value("i", "text"), lambda: mp.Value("i", lock=3), lambda: mp.Array("c", b"ab").__setitem__(0, 5000)):
        try:
            call()
        except (AttributeError, TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__)
