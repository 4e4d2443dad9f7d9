class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1); a = A(2); print('rebound'); del a; print('deleted')
l = [A(6), A(7)]; l.pop(); print('popped'); l.clear(); print('cleared')
d = {'k': A(8)}; del d['k']; print('d'); d['z'] = A(9); d['z'] = 1; print('dd')
try:
    x = A(14); raise ValueError('e')
except ValueError as e: print('handling')
def boom():
    loc = A(15); raise KeyError('k')
try: boom()
except KeyError: print('caught')
print('after caught')
class N:
    def __init__(self, c): self.c = c
    def __del__(self): print('del N')
n = N(A(16)); del n; print('nested')
l = [A(17), A(18), A(19)]; del l; print('list')
t = (A(20), A(21)); t = None; print('tuple')
d = {1: A(22), 2: A(23)}; d = {}; print('dict')
for v in [A(24), A(25)]: print('loop', v.n)
print('end loop'); v = 0; print('v gone')
s = [A(26)]; s[0] = A(27); print('replaced'); s = s * 2; s.pop(); print('one left'); s.pop(); print('none left')
x, y = A(28), A(29); x, y = y, x; print('swapped'); x = y = None; print('both')
def args(a): a = None; print('in args')
args(A(30)); print('after args')
def kw(**k): return len(k)
print(kw(a=A(31))); print('after kw')
print([z.n for z in [A(32)]]); print('after comp')
print(A(33).n); print('after attr')
with_ = {A(34).n: 1}; print('w')
m = A(35).__del__; print('method'); del m; print('m gone')
