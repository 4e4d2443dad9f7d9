# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import _thread, time, threading, io, contextlib, sys

lock = _thread.allocate_lock()
done = []
def work(a, b=0):
    done.append((a, b, isinstance(_thread.get_ident(), int)))
    lock.release()
lock.acquire()
ident = _thread.start_new_thread(work, (1,), {'b': 2})
lock.acquire()
print(done, isinstance(ident, int))
def leave():
    try:
        _thread.exit()
    finally:
        lock.release()
_thread.start_new_thread(leave, ())
lock.acquire()
def attempt(action):
    try:
        action()
    except Exception as exc:
        print(type(exc).__name__, exc)
attempt(lambda: _thread.start_new_thread(1, ()))
attempt(lambda: _thread.start_new_thread(work, [1]))
attempt(lambda: _thread.start_new_thread(work, (), 3))
attempt(lambda: _thread.start_new_thread(work))
attempt(lambda: _thread.start_joinable_thread(1))
attempt(lambda: _thread.start_joinable_thread(work, handle=1))
handle = _thread._ThreadHandle()
attempt(handle.join)
print(handle.is_done(), handle.ident)
h = _thread.start_joinable_thread(lambda: None, handle=handle)
print(h is handle)
h.join()
print(h.is_done(), h.join())
attempt(lambda: _thread.start_joinable_thread(lambda: None, handle=handle))
caught = []
sys.unraisablehook = lambda args: caught.append((args.exc_type.__name__, args.err_msg.split(' at ')[0]))
def fail():
    raise KeyError('raw')
_thread.start_joinable_thread(fail).join()
print(caught)
def me():
    attempt(holder[0].join)
holder = []
gate = _thread.allocate_lock(); gate.acquire()
def gated():
    gate.acquire(); me()
holder.append(_thread.start_joinable_thread(gated))
gate.release(); holder[0].join()
print(_thread.error is RuntimeError, _thread.stack_size(), _thread.stack_size(65536 * 4), _thread.stack_size())
attempt(lambda: _thread.stack_size(5))
attempt(lambda: _thread.stack_size(-5))
_thread.stack_size(0)
