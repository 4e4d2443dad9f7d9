def g(n):
    try: yield 1; yield 2
    finally: print('closed', n)
a = g('a'); next(a); del a; print('1')
for x in g('b'): break
try:
    for x in g('f'): raise ValueError
except ValueError: print('handler')
e = g('h'); next(e); e = 5; print('8')
import contextlib
@contextlib.contextmanager
def cm():
    print('enter')
    try: yield 1
    finally: print('exit')
with cm(): print('body')
print(list(zip(range(1), g('j')))); print('12')
from itertools import islice
print(list(islice(g('k'), 1))); print('13')
a, *b = g('l'); print(a, b)
m = g('m'); print(1 in m); print('14'); m = None; print('15')
class It:
    def __iter__(s):
        try: yield 1; yield 2
        finally: print('it closed')
for q in It(): break
print('16')
print(any(x for x in g('n'))); print('17')
def w():
    with open_() as r: yield r
@contextlib.contextmanager
def open_():
    print('open'); yield 'r'; print('not reached on close')
ww = w(); next(ww)
try: ww.close()
except BaseException as e: print(repr(e))
print('end')
