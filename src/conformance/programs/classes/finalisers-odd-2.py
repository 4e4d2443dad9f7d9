class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
class L(list):
    def __del__(s): print('list gone', len(s))
L([1, 2]); print('l'); x = L(); x.append(A(4)); del x; print('m')
class C:
    def __enter__(s): return A('with')
    def __exit__(s, *a): print('exit')
with C() as w: print('body')
print('after with'); w = None; print('w')
with C(): print('anonymous')
try: raise ValueError(A('in exception'))
except ValueError as e: print('handling')
print('handled')
s = {A('in set')}; s.pop(); print('set'); import collections
q = collections.deque([A('deque')]); q.popleft(); print('deque'); dd = {}; dd.setdefault('k', A('default')); dd.pop('k'); print('pop')
def default(x=A('default arg')): return x.n
print(default()); del default; print('function gone')
class P:
    @property
    def v(s): return A('property')
P().v; print('p'); P().v.n; print('q'); f = lambda: A('lambda'); f(); print('r'); (A('tuple'), 1)[1]; print('s'); A('x') and print('truthy'); print('t')
A.__del__ = lambda s: print('patched', s.n); A('late'); del A.__del__; A('silent'); print('end')
