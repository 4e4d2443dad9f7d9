# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, sys

def fail():
    raise ValueError('in a thread')
caught = []
def hook(args):
    caught.append((args.exc_type.__name__, str(args.exc_value), args.exc_traceback is not None, args.thread.name))
threading.excepthook = hook
t = threading.Thread(target=fail, name='failing'); t.start(); t.join()
print(caught)
def leave():
    sys.exit(3)
t = threading.Thread(target=leave); t.start(); t.join()
print(len(caught), caught[-1][0])
threading.excepthook = threading.__excepthook__
t = threading.Thread(target=leave); t.start(); t.join()
import io, contextlib
buffer = io.StringIO()
with contextlib.redirect_stderr(buffer):
    t = threading.Thread(target=fail, name='printing'); t.start(); t.join()
lines = buffer.getvalue().splitlines()
print(lines[0], '|', lines[1], '|', lines[-1])
def broken(args):
    raise RuntimeError('hook failed')
threading.excepthook = broken
buffer = io.StringIO()
old = sys.excepthook
sys.excepthook = lambda t, v, tb: print('sys.excepthook', t.__name__, v)
with contextlib.redirect_stderr(buffer):
    t = threading.Thread(target=fail); t.start(); t.join()
sys.excepthook = old
print(buffer.getvalue().splitlines()[0])
print(threading.ExceptHookArgs([ValueError, None, None, None])[0])
try:
    threading.__excepthook__(1)
except TypeError as exc:
    print(exc)
