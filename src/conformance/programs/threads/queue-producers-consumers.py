# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import queue, threading

q = queue.Queue(maxsize=2)
results = []
lock = threading.Lock()
def producer(base):
    for i in range(5):
        q.put(base + i)
def consumer():
    while True:
        item = q.get()
        try:
            if item is None:
                return
            with lock:
                results.append(item)
        finally:
            q.task_done()
consumers = [threading.Thread(target=consumer) for _ in range(2)]
producers = [threading.Thread(target=producer, args=(b,)) for b in (0, 100, 200)]
for t in consumers + producers: t.start()
for t in producers: t.join()
for _ in consumers: q.put(None)
q.join()
for t in consumers: t.join()
print(sorted(results), q.qsize(), q.empty(), q.full(), q.unfinished_tasks)
try:
    q.task_done()
except ValueError as exc:
    print(exc)
