# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

sem = threading.Semaphore(2)
lock = threading.Lock()
active = most = 0
def work():
    global active, most
    with sem:
        with lock:
            active += 1
            most = max(most, active)
        time.sleep(0.01)
        with lock:
            active -= 1
threads = [threading.Thread(target=work) for _ in range(6)]
for t in threads: t.start()
for t in threads: t.join()
print(active, most)
print(sem.acquire(), sem.acquire(blocking=False), sem.acquire(timeout=0.01), sem.acquire(blocking=False))
sem.release(2)
print(sem._value)
for action in (lambda: sem.release(0), lambda: threading.Semaphore(-1), lambda: sem.acquire(False, 1)):
    try:
        action()
    except ValueError as exc:
        print(exc)
bounded = threading.BoundedSemaphore(1)
bounded.acquire(); bounded.release()
try:
    bounded.release()
except ValueError as exc:
    print(exc)
