# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import queue, threading, time

q = queue.Queue(1)
def attempt(action):
    try:
        print(action())
    except Exception as exc:
        print(type(exc).__name__, exc)
attempt(q.get_nowait)
attempt(lambda: q.get(timeout=0.01))
attempt(lambda: q.get(timeout=-1))
attempt(lambda: q.put(1, timeout=-1))
q.put('a')
attempt(lambda: q.put_nowait('b'))
attempt(lambda: q.put('b', timeout=0.01))
attempt(lambda: q.put('b', block=False))
threading.Timer(0.02, q.get).start()
attempt(lambda: q.put('c', timeout=5))
attempt(q.get)
p = queue.PriorityQueue()
for item in (3, 1, 2): p.put(item)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for item in (3, 1, 2): l.put(item)
print([l.get() for _ in range(3)])
s = queue.SimpleQueue()
attempt(s.get_nowait)
attempt(lambda: s.get(timeout=0.01))
attempt(lambda: s.get(timeout=-1))
attempt(lambda: s.get(block=False, timeout=-1))
s.put(1); s.put(2, False, 3); s.put_nowait(3)
print(s.qsize(), s.empty(), s.get(), s.get_nowait(), s.get(True, 1), s.empty())
threading.Timer(0.02, s.put, ['late']).start()
print(s.get())
print(queue.SimpleQueue[int], type(s).__module__, queue.Empty.__module__)
down = queue.Queue()
down.put(1)
out = []
def getter():
    try:
        while True:
            out.append(down.get())
    except queue.ShutDown as exc:
        out.append(type(exc).__name__)
t = threading.Thread(target=getter); t.start()
while down.qsize(): time.sleep(0.001)
down.shutdown()
t.join()
attempt(lambda: down.put(1))
print(out)
