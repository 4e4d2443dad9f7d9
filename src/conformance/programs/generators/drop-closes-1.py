def g(n):
    try: yield 1; yield 2
    finally: print('closed', n)
a = g('a'); next(a); del a; print('1')
for x in g('b'): break
print('2')
def f():
    it = g('c'); next(it)
f(); print('3')
next(g('d')); print('4')
def h():
    for x in g('e'): return x
print(h()); print('5')
try:
    for x in g('f'): raise ValueError
except ValueError: print('handler')
print('6')
z = next(v for v in g('g')); print('7')
e = g('h'); next(e); e = 5; print('8')
never = g('never'); del never; print('9')
l = [g('i')]; next(l[0]); l.clear(); print('10')
def deleg():
    try: yield from g('inner')
    finally: print('outer')
k = deleg(); next(k); del k; print('11')
