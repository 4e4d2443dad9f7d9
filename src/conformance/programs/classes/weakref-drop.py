import weakref, gc
class A:
    def __init__(s, n=0): s.n = n
a = A(); r = weakref.ref(a); print(r() is a); del a; print(r())
b = A(); r = weakref.ref(b, lambda w: print('cb', w is r)); b = None; print('after')
d = weakref.WeakValueDictionary(); c = A(5); d['c'] = c; print(list(d), d['c'].n); del c; print(list(d), len(d))
k = weakref.WeakKeyDictionary(); e = A(); k[e] = 1; print(len(k)); del e; print(len(k))
s = weakref.WeakSet(); x = A(); s.add(x); s.add(A()); print(len(s)); del x; print(len(s))
def f():
    o = A(); return weakref.ref(o)
print(f()())
p = A(9); q = weakref.proxy(p); print(q.n); del p
try: q.n
except ReferenceError as e: print(e)
fin = A(); weakref.finalize(fin, print, 'finalized', 1); del fin; print('done')
class N:
    def __init__(s): s.me = s
n = N(); r = weakref.ref(n); del n; print(r() is not None); gc.collect(); print(r())
class T:
    def __del__(s): print('T del', wr() is None)
t = T(); wr = weakref.ref(t, lambda w: print('cb after')); del t; print('z')
class P:
    def __init__(s, parent=None): s.parent = weakref.ref(parent) if parent else None; s.kids = []
root = P(); kid = P(root); root.kids.append(kid); print(kid.parent() is root); del root; print(kid.parent())
m = weakref.WeakMethod(A(1).__init__) if 0 else None
class M:
    def go(s): return 'gone'
mm = M(); wm = weakref.WeakMethod(mm.go); print(wm()()); del mm; print(wm())
