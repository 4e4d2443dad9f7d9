# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

def work(n, results):
    time.sleep(0.02 * n)
    results.append(n)

results = []
threads = [threading.Thread(target=work, args=(n, results)) for n in (3, 1, 2)]
print([t.is_alive() for t in threads], [t.ident for t in threads])
for t in threads:
    t.start()
print([t.is_alive() for t in threads], all(isinstance(t.ident, int) for t in threads))
for t in threads:
    t.join()
print(results, [t.is_alive() for t in threads])
t = threads[0]
for action in (t.start, lambda: t.join(0), lambda: setattr(t, 'daemon', True)):
    try:
        print(action())
    except RuntimeError as exc:
        print(type(exc).__name__, exc)
fresh = threading.Thread()
for action in (fresh.join, threading.current_thread().join):
    try:
        action()
    except RuntimeError as exc:
        print(type(exc).__name__, exc)
fresh.start()
fresh.join()
print(fresh.is_alive(), fresh.name, fresh.daemon)
