class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1); a = A(2); print('rebound'); del a; print('deleted')
A(3); print('temp')
def f():
    x = A(4); print('in f')
f(); print('after f')
def g(): return A(5)
g(); print('after g'); b = g(); print('kept'); b = None; print('none')
l = [A(6), A(7)]; l.pop(); print('popped'); l.clear(); print('cleared')
d = {'k': A(8)}; del d['k']; print('d'); d['z'] = A(9); d['z'] = 1; print('dd')
class H: pass
h = H(); h.a = A(10); h.a = None; print('attr'); h.b = A(11); del h; print('holder')
p = A(12); q = p; del p; print('still'); del q; print('gone')
def h2():
    o = A(13)
    def inner(): return o.n
    return inner
i = h2(); print(i()); del i; print('closure gone')
try:
    x = A(14); raise ValueError('e')
except ValueError as e: print('handling')
print('x lives', x.n); del x
