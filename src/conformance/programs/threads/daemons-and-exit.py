# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, time, atexit

log = []
def slow():
    time.sleep(0.05)
    print('the program waits for this one')
def forever():
    time.sleep(60)
    print('never printed')
threading.Thread(target=slow).start()
d = threading.Thread(target=forever, daemon=True)
d.start()
print(d.daemon, threading.active_count(), [t.daemon for t in threading.enumerate()])
def child_of_daemon():
    print(threading.current_thread().daemon)
def daemon():
    t = threading.Thread(target=child_of_daemon); t.start(); t.join()
t = threading.Thread(target=daemon, daemon=True); t.start(); t.join()
atexit.register(print, 'atexit')
print('main ends')
