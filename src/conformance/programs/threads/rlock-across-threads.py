# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

rlock = threading.RLock()
log = []

def deep(n):
    with rlock:
        if n:
            deep(n - 1)
        else:
            log.append('bottom')
            time.sleep(0.03)

def other():
    with rlock:
        log.append('other')

t = threading.Thread(target=deep, args=(5,))
u = threading.Thread(target=other)
t.start()
time.sleep(0.01)
u.start()
t.join(); u.join()
print(log)
print(rlock._is_owned(), rlock.acquire(), rlock._is_owned(), rlock._recursion_count(), rlock.release())
