# Recorded from CPython 3.13, where threads run; 3.14 does the same.
from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import threading, time

def square(x):
    time.sleep(0.01 * (5 - x))
    return x * x
with ThreadPoolExecutor(max_workers=3, thread_name_prefix='pool') as pool:
    print(list(pool.map(square, range(5))))
    futures = [pool.submit(square, n) for n in range(3)]
    print(sorted(f.result() for f in as_completed(futures)))
    print(pool.submit(lambda: threading.current_thread().name.split('_')[0]).result())
    failed = pool.submit(lambda: 1 / 0)
    print(repr(failed.exception()), failed.done(), failed.running(), failed.cancelled())
    try:
        failed.result()
    except ZeroDivisionError as exc:
        print('raised', exc)
    quick, slow = pool.submit(time.sleep, 0), pool.submit(time.sleep, 0.05)
    done, not_done = wait([quick, slow], return_when=FIRST_COMPLETED)
    print(quick in done, slow in not_done)
    done, not_done = wait([quick, slow], return_when=ALL_COMPLETED)
    print(len(done), len(not_done))
    bad, slow = pool.submit(lambda: 1 / 0), pool.submit(time.sleep, 0.05)
    done, not_done = wait([bad, slow], return_when=FIRST_EXCEPTION)
    print(bad in done, slow in not_done)
    done, not_done = wait([pool.submit(time.sleep, 0.05)], timeout=0.01)
    print(len(done), len(not_done))
    try:
        pool.submit(time.sleep, 0.05).result(timeout=0.01)
    except TimeoutError as exc:
        print(repr(exc))
try:
    pool.submit(print)
except RuntimeError as exc:
    print(exc)
for bad in (0, -1):
    try:
        ThreadPoolExecutor(bad)
    except ValueError as exc:
        print(exc)
try:
    ThreadPoolExecutor(initializer=3)
except TypeError as exc:
    print(exc)
