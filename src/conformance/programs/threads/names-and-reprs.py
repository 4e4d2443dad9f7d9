# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, re

def hide(text):
    return re.sub(r'\d{4,}', 'ID', text)

def named(): pass

class Callable:
    def __call__(self): pass

print(threading.Thread(target=named).name, threading.Thread().name, threading.Thread(target=Callable()).name, threading.Thread(target=named, name='mine').name)
t = threading.Thread(target=named, name='worker', daemon=True)
print(repr(t))
t.start(); t.join()
print(re.sub(r' \d+\)', ' ID)', repr(t)))
main = threading.main_thread()
print(main is threading.current_thread(), main.name, main.daemon, main.is_alive(), main.ident == threading.get_ident())
t.name = 'renamed'
print(t.name, threading.current_thread().name)
class Sub(threading.Thread):
    def run(self):
        print(self.name, threading.current_thread() is self, self.native_id is not None)
s = Sub(name='sub')
s.start(); s.join()
print(repr(threading.Lock()).split(' at ')[0], repr(threading.RLock()).split(' at ')[0])
lock = threading.Lock()
lock.acquire()
print(repr(lock).split(' at ')[0])
print(repr(threading.Event()).split(' at ')[0], repr(threading.Event()).split(': ')[1])
print(repr(threading.Barrier(2)).split(': ')[1])
print(repr(threading.Semaphore(3)).split(': ')[1], repr(threading.BoundedSemaphore(3)).split(': ')[1])
