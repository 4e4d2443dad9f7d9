# Recorded from CPython 3.13, where threads run; 3.14 does the same.
from concurrent.futures import ThreadPoolExecutor, CancelledError, Future, InvalidStateError
import threading, time

gate = threading.Event()
pool = ThreadPoolExecutor(1)
running = pool.submit(gate.wait)
queued = pool.submit(print, 'never')
also = pool.submit(print, 'never either')
while not running.running(): time.sleep(0.001)
print(running.cancel(), queued.cancel(), queued.cancelled(), queued.done(), running.running())
try:
    queued.result()
except CancelledError as exc:
    print(repr(exc))
log = []
queued.add_done_callback(lambda f: log.append(('queued', f.cancelled())))
also.add_done_callback(lambda f: log.append(('also', f.cancelled())))
running.add_done_callback(lambda f: log.append(('running', f.result())))
pool.shutdown(wait=False, cancel_futures=True)
print(also.cancelled())
gate.set()
pool.shutdown()
print(log, running.result())
f = Future()
print(repr(f).split(' state=')[1], f.set_running_or_notify_cancel(), repr(f).split(' state=')[1])
f.set_result(1)
print(repr(f).split(' state=')[1], f.result())
for action in (lambda: f.set_result(2), lambda: f.set_exception(ValueError())):
    try:
        action()
    except InvalidStateError as exc:
        print('InvalidStateError', str(exc).split(':')[0])
g = Future()
print(g.cancel(), g.cancel(), repr(g).split(' state=')[1], g.set_running_or_notify_cancel())
h = Future()
h.set_exception(KeyError('k'))
print(repr(h).split(' state=')[1], h.exception())
