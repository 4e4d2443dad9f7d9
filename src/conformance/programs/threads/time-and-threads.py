# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

began = time.monotonic()
threads = [threading.Thread(target=time.sleep, args=(0.05,)) for _ in range(10)]
for t in threads: t.start()
for t in threads: t.join()
print('side by side', 0.04 < time.monotonic() - began < 0.4)
t = threading.Thread(target=time.sleep, args=(0.1,)); t.start()
t.join(0.02)
print(t.is_alive())
t.join(-1)
print(t.is_alive())
t.join()
print(t.is_alive())
stop = threading.Event()
count = 0
def beat():
    global count
    while not stop.wait(0.01):
        count += 1
t = threading.Thread(target=beat); t.start()
time.sleep(0.1)
stop.set(); t.join()
print(3 <= count <= 10)
flag = []
t = threading.Timer(0.03, flag.append, [1]); t.start()
while not flag:
    pass
print('spun')
t.join()
