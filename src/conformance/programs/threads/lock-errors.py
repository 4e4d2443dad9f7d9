# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

lock = threading.Lock()
def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)
attempt(lock.release)
attempt(lambda: lock.acquire(False, 1))
attempt(lambda: lock.acquire(timeout=-2))
attempt(lambda: lock.acquire(timeout=1e300))
attempt(lambda: lock.acquire(timeout='x'))
attempt(lambda: lock.acquire(blocking=True, timeout=-1))
attempt(lambda: lock.acquire(False))
attempt(lambda: lock.acquire(timeout=0))
attempt(lambda: lock.acquire(timeout=0.01))
attempt(lock.locked)
attempt(lock.release)
attempt(lock.locked)
attempt(lambda: threading.Lock(1))
rlock = threading.RLock()
attempt(rlock.release)
attempt(rlock.acquire)
attempt(rlock.acquire)
attempt(rlock.release)
attempt(rlock.release)
attempt(rlock.release)
def other():
    attempt(rlock.release)
    attempt(lambda: rlock.acquire(False))
rlock.acquire()
t = threading.Thread(target=other); t.start(); t.join()
def unlocker():
    lock.release()
lock.acquire()
t = threading.Thread(target=unlocker); t.start(); t.join()
attempt(lock.locked)
with lock as got:
    print(got, lock.locked())
print(lock.locked(), threading.TIMEOUT_MAX > 1000)
for kind in (threading.Lock, type(threading.RLock())):
    try:
        class Mine(kind): pass
        print('subclass', Mine().acquire())
    except TypeError as exc:
        print(exc)
