# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

cond = threading.Condition()
items = []
got = []

def consumer(n):
    with cond:
        while not items:
            cond.wait()
        got.append(items.pop(0))

threads = [threading.Thread(target=consumer, args=(i,)) for i in range(3)]
for t in threads: t.start()
for i in range(3):
    with cond:
        items.append(i)
        cond.notify()
for t in threads: t.join()
print(sorted(got))
with cond:
    print(cond.wait(0.01), cond.wait_for(lambda: True), cond.wait_for(lambda: False, timeout=0.01))
for action in (cond.notify, cond.wait, cond.notify_all, cond.release):
    try:
        action()
    except RuntimeError as exc:
        print(exc)
print(repr(cond).startswith('<Condition(<unlocked _thread.RLock object owner=0 count=0'))
ready = []
def waiter():
    with cond:
        ready.append(1)
        cond.notify_all()
        cond.wait_for(lambda: len(ready) == 4)
threads = [threading.Thread(target=waiter) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(len(ready))
lock = threading.Lock()
c2 = threading.Condition(lock)
with c2:
    print(lock.locked(), c2._is_owned())
