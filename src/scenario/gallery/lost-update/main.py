import threading
import time

tickets = 0

def sell(count):
    global tickets
    for _ in range(count):
        sold = tickets
        time.sleep(0)  # another thread may run here
        tickets = sold + 1

threads = [threading.Thread(target=sell, args=(3,), name=who) for who in ('Ann', 'Bob')]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print('all are counted' if tickets == 6 else 'some are lost')
