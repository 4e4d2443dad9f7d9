# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

class Config:
    _instance = None
    _lock = threading.Lock()
    made = 0
    def __new__(cls):
        with cls._lock:
            if cls._instance is None:
                cls._instance = super().__new__(cls)
                cls.made += 1
        return cls._instance
seen = []
barrier = threading.Barrier(5)
def work():
    barrier.wait()
    seen.append(Config())
threads = [threading.Thread(target=work) for _ in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(len(set(map(id, seen))), Config.made)
