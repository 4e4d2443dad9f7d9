import itertools

def numbers():
    n = 0
    while True:
        print('produce', n)
        yield n
        n += 1

def squares(it):
    for x in it:
        yield x * x

def take(n, it):
    for i, x in enumerate(it):
        if i == n:
            return
        yield x

print(list(take(3, squares(numbers()))))
ge = (print('eval', x) or x for x in range(3))
print('made')
print(next(ge), sum(ge), list(ge))
first = iter(print_ for print_ in 'ab')
print(next(first), next(first), next(first, 'end'))
def gen_source():
    print('iterable evaluated')
    return range(2)
lazy = (y for y in gen_source())
print('after')
print(list(lazy))
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
print(dict(zip('ab', itertools.count(10))))
a, b = itertools.tee(range(3))
print(list(a), next(b), list(b))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
print(list(itertools.islice(fib(), 10, 20, 3)), next(x for x in fib() if x > 1000))
print(3 in fib(), any(x > 5 for x in [1, 9, print('no')]), all(x for x in [1, 0, print('no')]))
print([*(i for i in range(3))], max((len(w), w) for w in ['a', 'ccc', 'bb']))
lst = [1, 2, 3]
for x in lst:
    if x < 3: lst.append(x + 10)
    if len(lst) > 6: break
print(lst)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e:
    print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e:
    print(e)
def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print('closed by del')
w = with_finally()
next(w)
del w
for v in with_finally():
    break
print('end')
x = next(v for v in with_finally())
print('x', x)
