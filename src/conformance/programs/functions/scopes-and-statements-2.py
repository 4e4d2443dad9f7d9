def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
x = 'g'
def e():
    v = 1; del v; return v
t(e)
def f():
    for i in []: pass
    return i
t(f)
def g():
    try: del zz
    except UnboundLocalError as e: print(e)
    zz = 1
t(g)
class K:
    x = 'class'
    def m(self): return x
    y = x
    l = [x for _ in range(1)]
    f = lambda: x
    def __init__(self, z=x): self.z = z
print(K().m(), K.y, K.l, K.f(), K().z)
def h():
    x = 'enclosing'
    class L:
        print(x); x = 'L'; print(x); del x; print(x)
        def m(self): return x
    return L().m()
t(h)
