# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time

def slow():
    time.sleep(0.03)
    print('finished after the error')
threading.Thread(target=slow).start()
raise LookupError('main failed')
