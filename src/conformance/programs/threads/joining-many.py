# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

total = 0
lock = threading.Lock()
def leaf(n):
    global total
    with lock:
        total += n
def branch(depth):
    if depth == 0:
        return leaf(1)
    children = [threading.Thread(target=branch, args=(depth - 1,)) for _ in range(2)]
    for t in children: t.start()
    for t in children: t.join()
branch(5)
print(total, threading.active_count())
