# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import queue, threading

def stage(function, source, sink):
    for item in iter(source.get, None):
        sink.put(function(item))
    sink.put(None)
queues = [queue.Queue() for _ in range(4)]
functions = [lambda x: x + 1, lambda x: x * 10, str]
threads = [threading.Thread(target=stage, args=(f, queues[i], queues[i + 1])) for i, f in enumerate(functions)]
for t in threads: t.start()
for n in range(5): queues[0].put(n)
queues[0].put(None)
print(list(iter(queues[-1].get, None)))
for t in threads: t.join()
