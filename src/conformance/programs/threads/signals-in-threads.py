# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import signal, threading, time, _thread

log = []
def handler(signum, frame):
    log.append((signum == signal.SIGUSR1, threading.current_thread() is threading.main_thread()))
signal.signal(signal.SIGUSR1, handler)
t = threading.Thread(target=signal.raise_signal, args=(signal.SIGUSR1,)); t.start(); t.join()
time.sleep(0.01)
print(log)
def set_there():
    try:
        signal.signal(signal.SIGUSR1, handler)
    except ValueError as exc:
        log.append(str(exc))
t = threading.Thread(target=set_there); t.start(); t.join()
print(log[-1])
lock = threading.Lock(); lock.acquire()
threading.Timer(0.02, _thread.interrupt_main).start()
try:
    print(lock.acquire(timeout=0.05))
    for _ in range(1000): pass
except KeyboardInterrupt:
    print('interrupted')
signal.signal(signal.SIGALRM, lambda *a: log.append('alarm'))
signal.setitimer(signal.ITIMER_REAL, 0.02)
began = time.monotonic()
print(lock.acquire(timeout=0.08), time.monotonic() - began >= 0.07, log[-1])
signal.setitimer(signal.ITIMER_REAL, 0.02)
signal.pause()
print(signal.getitimer(signal.ITIMER_REAL)[0], signal.alarm(100), signal.alarm(0))
_thread.interrupt_main(signal.SIGUSR1)
print(log[-1])
try:
    _thread.interrupt_main(1000)
except ValueError as exc:
    print(exc)
try:
    _thread.interrupt_main()
except KeyboardInterrupt:
    print('at once')
