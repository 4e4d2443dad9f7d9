# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

def gen():
    for i in range(3):
        gate.wait()
        yield i
gate = threading.Event(); gate.set()
g = gen()
out = []
for _ in range(2):
    t = threading.Thread(target=lambda: out.append(next(g))); t.start(); t.join()
print(out, next(g))
gate.clear()
g = gen()
first = threading.Thread(target=lambda: out.append(next(g)))
first.start()
import time
time.sleep(0.02)
try:
    next(g)
except ValueError as exc:
    print(exc)
gate.set()
first.join()
print(out)
