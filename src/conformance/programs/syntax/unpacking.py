a, b = 1, 2
a, b = b, a
print(a, b)
*a, b = range(5)
print(a, b)
a, *b = 'x'
print(a, b)
a, *b, c = 'hello'
print(a, b, c)
[a, (b, c)] = 1, (2, 3)
print(a, b, c)
(a, b), *rest = {1: 'x', 2: 'y'}.items(), 3, 4
print(a, b, rest)
x = y = []
x.append(1)
print(y, x is y)
i = 0
lst = [10, 20, 30]
i, lst[i] = 2, 99
print(i, lst)
print(*range(3), *'ab', sep='-')
print([*range(2), *{'k': 1}, *(5,)], (*[], 1), {*[1], *[1, 2]}, {**{'a': 1}, 'b': 2, **{'a': 3}})
for bad in [(1, 2, 3), (1,), 5, {1: 2, 3: 4, 5: 6}, iter([1]), None, 'abc', range(9)]:
    try:
        a, b = bad
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    a, *b, c = [1]
except ValueError as e:
    print(e)

def ret():
    t = (2, 3)
    return 1, *t

print(ret())
d = {}
d['k'], d['j'] = d.get('k', 'none'), 'j'
print(d)
for k, *v in [(1, 2, 3), (4,)]:
    print(k, v)
