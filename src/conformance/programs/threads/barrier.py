# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

results = []
barrier = threading.Barrier(3, action=lambda: results.append('action'))
lock = threading.Lock()
indices = []
def work():
    i = barrier.wait()
    with lock:
        indices.append(i)
    barrier.wait()
threads = [threading.Thread(target=work) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(indices), results, barrier.n_waiting, barrier.parties, barrier.broken)
lonely = threading.Barrier(2, timeout=0.01)
try:
    lonely.wait()
except threading.BrokenBarrierError as exc:
    print('broken', repr(exc), lonely.broken)
try:
    lonely.wait()
except threading.BrokenBarrierError:
    print('still broken')
lonely.reset()
print(lonely.broken)
outcome = []
def waits():
    try:
        lonely.wait(10)
    except threading.BrokenBarrierError:
        outcome.append('aborted')
t = threading.Thread(target=waits); t.start()
import time
while lonely.n_waiting == 0:
    time.sleep(0.001)
lonely.abort()
t.join()
print(outcome)
def bad(): raise ZeroDivisionError
failing = threading.Barrier(1, action=bad)
try:
    failing.wait()
except ZeroDivisionError:
    print('action failed', failing.broken)
