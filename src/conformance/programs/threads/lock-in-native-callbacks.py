# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, functools, time

lock = threading.Lock()
log = []
def key(x):
    with lock:
        time.sleep(0.001)
        return -x
def sort():
    log.append(sorted([3, 1, 2], key=key))
threads = [threading.Thread(target=sort) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(log)
class Slow:
    def __init__(self, n): self.n = n
    def __eq__(self, other):
        time.sleep(0.001)
        return self.n == other.n
    def __hash__(self): return 1
    def __repr__(self):
        with lock:
            time.sleep(0.001)
        return f'Slow({self.n})'
out = []
def compare():
    d = {Slow(1): 'a', Slow(2): 'b'}
    out.append((d[Slow(2)], repr([Slow(5)]), list(map(repr, [Slow(6), Slow(7)])), max([Slow(1), Slow(9)], key=lambda s: (time.sleep(0.001), s.n)[1]).n))
threads = [threading.Thread(target=compare) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(out)
@functools.lru_cache(maxsize=None)
def cached(n):
    time.sleep(0.005)
    return n * 2
results = []
threads = [threading.Thread(target=lambda: results.append(cached(4))) for _ in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(results)
