# Recorded from CPython 3.13, where threads run; 3.14 does the same.
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.thread import BrokenThreadPool
import threading, logging
logging.disable(logging.CRITICAL)

local = threading.local()
def init(a, b):
    local.value = a + b
with ThreadPoolExecutor(2, initializer=init, initargs=(1, 2)) as pool:
    print(set(pool.map(lambda _: local.value, range(10))))
def bad():
    raise ValueError('no')
pool = ThreadPoolExecutor(1, initializer=bad)
f = pool.submit(print, 'never')
try:
    f.result()
except BrokenThreadPool as exc:
    print(exc)
try:
    pool.submit(print)
except BrokenThreadPool as exc:
    print(exc)
pool.shutdown()
