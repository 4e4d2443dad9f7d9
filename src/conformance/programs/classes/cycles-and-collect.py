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
