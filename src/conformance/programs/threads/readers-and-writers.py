# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

class ReadWriteLock:
    def __init__(self):
        self._cond = threading.Condition()
        self._readers = 0
    def acquire_read(self):
        with self._cond:
            self._readers += 1
    def release_read(self):
        with self._cond:
            self._readers -= 1
            if not self._readers:
                self._cond.notify_all()
    def acquire_write(self):
        self._cond.acquire()
        while self._readers:
            self._cond.wait()
    def release_write(self):
        self._cond.release()
lock = ReadWriteLock()
data = {'x': 0, 'y': 0}
torn = []
def reader():
    for _ in range(10):
        lock.acquire_read()
        if data['x'] != data['y']: torn.append(1)
        time.sleep(0.0005)
        lock.release_read()
def writer():
    for _ in range(10):
        lock.acquire_write()
        data['x'] += 1
        time.sleep(0.0005)
        data['y'] += 1
        lock.release_write()
threads = [threading.Thread(target=reader) for _ in range(3)] + [threading.Thread(target=writer) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(data, torn)
