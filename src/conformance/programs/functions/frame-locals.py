"""locals() and frame.f_locals: snapshots, namespaces, and a view that writes through (PEP 667)."""
import sys
a = 1
print([sorted(k for k in locals() if not k.startswith('__')) for x in [0]])
print([sorted(k for k in sys._getframe().f_locals if not k.startswith('__')) for x in [0]])
print([sorted(k for k in vars() if not k.startswith('__')) for x in [0]], [dir() for x in [0]])
print([eval('x + a') for x in [5]], [exec('y = x') for x in [1]], 'y' in globals())
print([type(locals()).__name__ for x in [0]], [locals() is globals() for x in [0]], [type(sys._getframe().f_locals).__name__ for x in [0]])
class C:
    b = 2
    print([sorted(k for k in locals() if not k.startswith('__')) for x in [0]])
    print([eval('x') for x in [5]])
    print([sorted(locals()) for x in [0] for z in [1]])
    print([(lambda: sorted(locals()))() for x in [0]])
def f(p):
    q = 1
    print([sorted(locals()) for x in [0]], [sorted(sys._getframe().f_locals) for x in [0]])
    print([[sorted(locals()) for y in [0]] for x in [0]])
    print([eval('x + q') for x in [5]])
    print({sys._getframe().f_locals['x'] for x in [0]})
f(1)
print([f.f_locals is globals() for f in [sys._getframe()]])
print("f" in [sys._getframe().f_locals for f in [0]][0])
print([sys._getframe().f_locals["f"] for f in [0]])
print({k: sorted(n for n in locals() if len(n) == 1) for k in [0]})
print(list(sorted(locals()) for g in [1]))
def outer():
    z = 5
    class D:
        print([sorted(locals()) for x in [0]], [z for x in [0]])
        w = [sorted(k for k in locals() if k[0] != '_') for x in [z]]
    return D
print(outer().w)
def prox():
    u = 1
    fl = sys._getframe().f_locals
    fl['u'] = 7
    fl['new'] = 1
    print(u, locals(), sorted(fl), fl['new'], 'u' in fl, len(fl), type(fl).__name__)
    try: del fl['u']
    except Exception as e: print(type(e), e)
    try: del fl['new']
    except Exception as e: print(type(e), e)
    print(fl.get('nope'), fl | {'a': 1}, fl == dict(fl), repr(fl)[:40])
    try: fl.clear()
    except Exception as e: print(type(e), e)
    print(fl.pop('x', 3), fl.setdefault('u', 1), fl.copy(), list(fl.items()), reversed(fl) is not None, fl.update({"u": 9}), u)
prox()
