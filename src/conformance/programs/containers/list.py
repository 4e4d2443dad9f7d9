a = [3, 1, 2]
a.append(4); a.extend('xy'); a.insert(1, 'i'); a.insert(-1, 'j'); a.insert(100, 'end'); a.insert(-100, 'start')
print(a, a.pop(), a.pop(0), a.pop(-2), a, a.index(1), a.count(3), len(a), 3 in a, a[::-1], a[1:3], a[-2:], a[::2], a[5:1], a[4:1:-1])
a.remove('i'); a.reverse(); print(a, a.copy() is a, a.copy() == a)
b = list(range(10))
b[2:5] = ['a']; print(b)
b[1:1] = [7, 8]; print(b)
b[::2] = [0] * len(b[::2]); print(b)
b[3:] = []; print(b); b[:] = 'new'; print(b)
del b[1]; print(b); b *= 2; print(b, b + [1], [1] * 3, [[0] * 2] * 2, b.clear(), b)
try:
    b = [1, 2, 3]; b[::2] = [1]
except ValueError as e:
    print(e)
for f in (lambda: b[3], lambda: b[-4], lambda: b.pop(9), lambda: b.remove(9), lambda: b.index(9), lambda: b.index(1, 1), lambda: b['a'], lambda: b[1.0], lambda: b + (1,), lambda: b * 'a', lambda: b < 5, lambda: b.sort(1), lambda: b.append(), lambda: b.insert(1), lambda: [1, 'a'].sort(), lambda: b.foo(), lambda: list(5), lambda: b.extend(5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
words = ['banana', 'Apple', 'cherry', 'date', 'fig', 'apple']
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, key=lambda w: (-len(w), w)), sorted(words, reverse=True))
recs = [('b', 2), ('a', 2), ('c', 1), ('a', 1)]
recs.sort(key=lambda r: r[1]); print(recs)
recs.sort(key=lambda r: r[0], reverse=True); print(recs)
print([1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 2] == [1, 2.0], [[1], [2]] > [[1], [1, 5]], [1, 2] != [2, 1], max([1, 2], [1, 3]), sorted([[2], [1, 5], []]))
m = [[0] * 2] * 2; m[0][0] = 1; print(m)
c = [1, 2, 3]; it = iter(c); next(it); c.append(4); c.insert(0, 0); print(list(it), it.__length_hint__())
print([*c, *c][2:5], list('ab') + list((1,)), [x for x in c if x], c.__contains__(2), c.__len__(), list(reversed(c)), list(map(str, c)), sum(c, 10), [None] * 2, [1, [2, [3]]][1][1][0])
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return f'K{self.n}'
print(sorted([K(3), K(1), K(2)]), min([K(5), K(4)]), sorted([K(1), K(0)], reverse=True))
s = [5, 3]
def key(x):
    s_len = len(s)
    return (s_len, x)
s.sort(key=key); print(s)
