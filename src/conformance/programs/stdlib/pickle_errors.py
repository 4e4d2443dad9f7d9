"""pickle: what cannot be pickled or loaded, in the words of CPython's C, without frames of the module."""
import pickle, copy, io, traceback
def t(f):
    try: print(f())
    except Exception as e:
        print(type(e), e, getattr(e,'__notes__',None), len(traceback.extract_tb(e.__traceback__)))
class L:
    def __reduce__(self): return 5
def gen(): yield
class Unp:
    def __getstate__(self): raise TypeError('no state')
class Inner:
    def f(self):
        class X: pass
        return X
t(lambda: pickle.dumps(lambda: 0))
t(lambda: pickle.dumps(gen()))
t(lambda: pickle.dumps([1,{'a':gen()}]))
t(lambda: pickle.dumps(L()))
t(lambda: pickle.dumps(Unp()))
t(lambda: pickle.dumps(Inner().f()))
t(lambda: pickle.dumps(Inner().f()()))
t(lambda: pickle.loads(b''))
t(lambda: pickle.loads(b'abc'))
t(lambda: pickle.loads(b'\x80\x05'))
t(lambda: pickle.loads(pickle.dumps([1,2])[:-3]))
t(lambda: pickle.loads('a'))
t(lambda: pickle.dumps(1, 9))
t(lambda: pickle.loads(b"cnomodule\nx\n."))
t(lambda: pickle.loads(b"cbuiltins\nxyz\n."))
t(lambda: pickle.dump(1, 5))
t(lambda: pickle.load(5))
import threading, _thread
t(lambda: pickle.dumps(threading.Lock()))
t(lambda: pickle.dumps(pickle))
t(lambda: pickle.PicklingError)
t(lambda: pickle.Pickler)
t(lambda: pickle.dumps)


class Fails:
    def __reduce__(self):
        return (fail, ())


def fail():
    return [][0]


t(lambda: pickle.loads(pickle.dumps(Fails())))
t(lambda: pickle.loads(b"\x01"))
t(lambda: pickle.loads(b"\x80\x09."))


class P(pickle.Pickler):
    def persistent_id(self, obj):
        return 'five' if obj == 5 else None


class U(pickle.Unpickler):
    def persistent_load(self, pid):
        return f'<{pid}>'


stream = io.BytesIO()
P(stream).dump([1, 5, {'a': 5}])
print(U(io.BytesIO(stream.getvalue())).load(), P.__mro__, pickle.Unpickler)
t(lambda: pickle.loads(stream.getvalue()))
print(pickle.loads(pickle.dumps([1, 2.5, 'text', b'bytes', (None, True), {1, 2}, 2 ** 70, frozenset([3]), range(3), slice(1, 2), 1j])))
for protocol in range(6):
    print(protocol, pickle.dumps(['a', 1, (2, 'a'), {'k': [1.5]}], protocol))
