import weakref, gc
class A:
    def __init__(s, n=0): s.n = n
k = weakref.WeakKeyDictionary(); e = A(); k[e] = 1; print(len(k)); del e; print(len(k))
class M:
    def go(s): return 'gone'
mm = M(); wm = weakref.WeakMethod(mm.go); print(wm()()); del mm; print(wm())
for bad in (5, 'a', (1,), None, [], {}, 1.5, object()):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
class I(int): pass
class S: __slots__ = ()
class SW: __slots__ = ('__weakref__',)
class Li(list): pass
for cls in (I, S, SW, Li):
    try: o = cls(); print(weakref.ref(o)() is o)
    except TypeError as e: print(e)
print(weakref.ref(A)() is A, weakref.ref(len)() is len)
