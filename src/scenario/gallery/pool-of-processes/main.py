import os
import time
from multiprocessing import Pool, Value

def begin(shared):
    global counter
    counter = shared

def weigh(name):
    time.sleep(len(name) / 10)
    with counter.get_lock():
        counter.value += 1
    return name, len(name), os.getpid()

if __name__ == '__main__':
    fruit = ['fig', 'pear', 'quince', 'cherry', 'plum']
    counter = Value('i', 0)
    workers = set()
    with Pool(2, begin, [counter]) as pool:
        for name, weight, pid in pool.imap(weigh, fruit):
            print(name, weight)
            workers.add(pid)
    print(len(workers), 'workers weighed', counter.value)
