def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
def u(src, code):
    try: exec(code, {'s': src}); print('ok')
    except BaseException as e: print(type(e).__name__, e)
for s in [[1], [1, 2, 3], (), (1, 2, 3), 'a', 'abc', {1}, {1: 2, 3: 4, 5: 6}, 5, None, iter([1]), iter([1, 2, 3]), range(5), b'abc', (x for x in range(9))]:
    u(s, 'a, b = s')
for s in [[], [1], 5, (1, 2), iter([])]: u(s, 'a, *b, c = s'); 
def m1():
    d = {1: 1, 2: 2}
    for k in d: d[k + 10] = 1
t(m1)
def m2():
    d = {1: 1, 2: 2}
    for k in d: del d[k]
t(m2)
def m3():
    d = {1: 1, 2: 2}
    for k in d: d[k] = 5
    return d
t(m3)
def m4():
    s = {1, 2}
    for k in s: s.add(k + 10)
t(m4)
def m5():
    l = [1, 2, 3, 4]
    for x in l: l.remove(x)
    return l
t(m5)
def m7():
    from collections import deque
    d = deque([1, 2])
    for x in d: d.append(x)
t(m7)
