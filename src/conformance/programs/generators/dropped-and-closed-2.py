def g(n):
    try: yield 1; yield 2
    finally: print('closed', n)
a = g('a'); next(a); del a; print('1')
for x in g('b'): break
try:
    for x in g('f'): raise ValueError
except ValueError: print('handler')
from itertools import islice
print(list(islice(g('k'), 1))); print('13')
a, *b = g('l'); print(a, b)
m = g('m'); print(1 in m); print('14'); m = None; print('15')
class It:
    def __iter__(s):
        try: yield 1; yield 2
        finally: print('it closed')
for q in It(): break
print(any(x for x in g('n'))); print('17')
def kept():
    gen = g('kept'); next(gen)
    def close(): gen.close()
    return close
c = kept(); print('still open'); c(); print('closed by hand')
d = {'g': g('dict')}; next(d['g']); d['g'] = None; print('18')
class Holder: pass
o = Holder(); o.g = g('attr'); next(o.g); del o.g; print('19')
def raises():
    try: yield
    finally: raise ValueError('ignored')
r = raises(); next(r); del r; print('20')
