# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

forks = [threading.Lock() for _ in range(5)]
meals = [0] * 5
def philosopher(n):
    first, second = sorted((n, (n + 1) % 5))
    for _ in range(3):
        with forks[first], forks[second]:
            meals[n] += 1
            time.sleep(0.001)
threads = [threading.Thread(target=philosopher, args=(n,)) for n in range(5)]
for t in threads: t.start()
for t in threads: t.join()
print(meals, any(fork.locked() for fork in forks))
