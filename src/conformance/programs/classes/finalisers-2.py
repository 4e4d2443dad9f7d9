class A:
    def __init__(self, n): self.n = n
    def __del__(self): print('del', self.n)
a = A(1); a = A(2); print('rebound'); del a; print('deleted'); A(3); print('temp')
l = [A(6), A(7)]; l.pop(); print('popped'); l.clear(); print('cleared')
d = {'k': A(8)}; del d['k']; print('d'); d['z'] = A(9); d['z'] = 1; print('dd')
l = [A(17), A(18), A(19)]; del l; print('list'); t = (A(20), A(21)); t = None; print('tuple'); d = {1: A(22), 2: A(23)}; d = {}; print('dict')
for v in [A(24), A(25)]: print('loop', v.n)
print('end loop'); v = 0; print('v gone')
x, y = A(28), A(29); x, y = y, x; print('swapped'); x = y = None; print('both')
def args(a): a = None; print('in args')
args(A(30)); print('after args'); print([z.n for z in [A(32)]]); print('after comp'); print(A(33).n); print('after attr')
m = A(35).__del__; print('method'); del m; print('m gone')
last = A('at exit'); print('end')
