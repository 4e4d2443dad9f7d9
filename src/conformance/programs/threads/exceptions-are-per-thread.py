# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import sys, threading

out = []
def work():
    out.append(sys.exc_info()[0])
    try:
        raise KeyError('there')
    except KeyError:
        gate.set()
        other.wait()
        out.append(sys.exc_info()[0].__name__)
        try:
            raise ValueError('second')
        except ValueError as exc:
            out.append(type(exc.__context__).__name__)
    out.append(sys.exc_info()[0])
gate, other = threading.Event(), threading.Event()
try:
    raise IndexError('here')
except IndexError:
    t = threading.Thread(target=work); t.start()
    gate.wait()
    out.append(sys.exception().__class__.__name__)
    other.set()
    t.join()
    try:
        raise TypeError('third')
    except TypeError as exc:
        out.append(type(exc.__context__).__name__)
print(out)
