# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import sys, threading, time

def slow():
    time.sleep(0.03)
    print('still runs')
threading.Thread(target=slow).start()
sys.exit(5)
