def n(x, l=[]): print(x, end=' '); return x
class T:
    def __getitem__(s, k): print(f'get{k}', end=' '); return 1
    def __setitem__(s, k, v): print(f'set{k}={v}', end=' ')
    def __getattr__(s, k): print(f'ga:{k}', end=' '); return 5
    def __setattr__(s, k, v): print(f'sa:{k}={v}', end=' ')
o = T()
def O(): print('O', end=' '); return o
O()[n('k')] += n(5); print()
O().attr -= n(1); print()
O()[n(1)], O().b = n('r1'), n('r2'); print()
O()[n(1):n(2)] = n(3); print()
x = n(1) < n(2) < n(0) < n(5); print(x)
x = n(1) if n(0) else n(2); print(x)
def f(*a, **k): print('f', a, k)
f(n(1), *[n(2)], n(3), k=n(4), **{'z': n(5)}, y=n(6)); 
{n('a'): n('b'), n('c'): n('d')}; print()
[n(i) for i in (n(1), n(2)) if n(i)]; print()
{n(k): n(v) for k, v in [(1, 2)]}; print()
n('f') and n(0) or n('z'); print()
a = b = O()[n(0)] = n(9); print(a, b)
print([y := n(3), y ** 2])
del O()[n(1):n(2)]
