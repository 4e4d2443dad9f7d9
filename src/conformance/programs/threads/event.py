# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

event = threading.Event()
log = []
def waiter(n):
    log.append(event.wait())
threads = [threading.Thread(target=waiter, args=(i,)) for i in range(3)]
for t in threads: t.start()
print(event.is_set(), event.wait(0.01), log)
event.set()
for t in threads: t.join()
print(log, event.is_set(), event.wait(), event.wait(0))
event.clear()
print(event.is_set(), event.wait(0), event.wait(timeout=0.01))
timer = threading.Timer(0.02, event.set)
timer.start()
print(event.wait(5))
timer.join()
cancelled = threading.Timer(0.02, print, args=['never'])
cancelled.start(); cancelled.cancel(); cancelled.join()
print(cancelled.finished.is_set(), isinstance(timer, threading.Thread))
t = threading.Timer(0.01, lambda *a, **k: print(a, k), [1, 2], {'x': 3})
t.start(); t.join()
