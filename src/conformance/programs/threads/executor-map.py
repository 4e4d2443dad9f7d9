# Recorded from CPython 3.13, where threads run; 3.14 does the same.
from concurrent.futures import ThreadPoolExecutor
import time

def add(a, b): return a + b
with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(add, [1, 2, 3], [10, 20, 30])))
    print(list(pool.map(add, 'ab', 'xyz')))
    it = pool.map(lambda x: 10 / x, [5, 0, 2])
    print(next(it))
    try:
        next(it)
    except ZeroDivisionError as exc:
        print(exc)
    print(list(it))
    it = pool.map(time.sleep, [0, 0.2], timeout=0.05)
    print(next(it))
    try:
        next(it)
    except TimeoutError:
        print('timeout')
