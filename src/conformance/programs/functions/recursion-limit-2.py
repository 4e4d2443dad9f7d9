import sys
def t(f, *a):
    try: print(f(*a))
    except RecursionError as e: print('RecursionError', str(e)[:32])
    except BaseException as e: print(type(e).__name__, e)
l = lambda n: l(n + 1)
t(lambda: sys.setrecursionlimit(0)); t(lambda: sys.setrecursionlimit('a')); t(lambda: sys.setrecursionlimit(1))
a = []
for i in range(500): a = [a]
print(len(repr(a)) == 1002, a == a)
l = []; l.append(l); print(l, l == l, [l] == [l]); d = {}; d['d'] = d; print(d); s = [1]; s.append((s,)); print(s)
x = [1]; x.append(x); y = [1]; y.append(x); print(x == y if 0 else 'skip')
