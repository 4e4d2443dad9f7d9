# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()
    def add(self, n):
        for _ in range(n):
            with self.lock:
                self.value += 1
counter = Counter()
threads = [threading.Thread(target=counter.add, args=(500,)) for _ in range(4)]
for t in threads: t.start()
for t in threads: t.join()
print(counter.value)
