# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

local = threading.local()
local.value = 'main'
seen = []
def work(n):
    seen.append(hasattr(local, 'value'))
    local.value = n
    local.__dict__['extra'] = n * 2
    seen.append((local.value, local.extra, sorted(local.__dict__)))
for n in range(2):
    t = threading.Thread(target=work, args=(n,)); t.start(); t.join()
print(seen, local.value, local.__dict__)
class Mine(threading.local):
    shared = []
    number = 1
    def __init__(self, start, *, step=1):
        self.number = start
        self.step = step
        Mine.shared.append(threading.current_thread() is threading.main_thread())
    def bump(self):
        self.number += self.step
        return self.number
mine = Mine(10, step=5)
out = []
def use():
    out.append((mine.bump(), mine.bump()))
for _ in range(2):
    t = threading.Thread(target=use); t.start(); t.join()
print(out, mine.bump(), Mine.shared)
del local.value
for action in (lambda: local.value, lambda: threading.local(1), lambda: delattr(local, 'value'), lambda: setattr(local, '__dict__', {})):
    try:
        action()
    except (AttributeError, TypeError) as exc:
        print(type(exc).__name__, exc)
class Slots(threading.local):
    __slots__ = ['x']
s = Slots(); s.x = 3
def shared():
    out.append(s.x)
t = threading.Thread(target=shared); t.start(); t.join()
print(out[-1])
class Prop(threading.local):
    @property
    def double(self): return self.n * 2
p = Prop(); p.n = 4
print(p.double)
