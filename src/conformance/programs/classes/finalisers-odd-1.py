import gc
class A:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
a = A(1); a.me = a; del a; print('cycle kept'); print(gc.collect() > 0); print('collected')
b, c = A(2), A(3); b.o = c; c.o = b; del b, c; print('pair kept'); gc.collect(); print('ok')
class R:
    def __del__(s): global saved; saved = s; print('resurrect')
r = R(); del r; print(saved is not None); del saved; print('not again')
class E:
    def __del__(s): raise ValueError('in del')
E(); print('survived')
class Sub(A): pass
Sub('inherited'); print('sub')
class L(list):
    def __del__(s): print('list gone', len(s))
L([1, 2]); print('l'); x = L(); x.append(A(4)); del x; print('m')
class I(int):
    def __del__(s): print('int gone', int(s))
I(5); print('n')
class C:
    def __enter__(s): return A('with')
    def __exit__(s, *a): print('exit')
with C() as w: print('body')
