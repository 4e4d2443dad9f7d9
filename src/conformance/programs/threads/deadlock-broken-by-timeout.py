# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

a, b = threading.Lock(), threading.Lock()
ready = threading.Barrier(2)
gave_up = []
def grab(first, second, name, patience):
    with first:
        ready.wait()
        if second.acquire(timeout=patience):
            second.release()
        else:
            gave_up.append(name)
t = threading.Thread(target=grab, args=(a, b, 'quick', 0.02))
u = threading.Thread(target=grab, args=(b, a, 'patient', 2))
t.start(); u.start(); t.join(); u.join()
print(gave_up, a.locked(), b.locked())
