class Rec:
    def __init__(self):
        self.log = []
    def __getitem__(self, k):
        self.log.append(('get', k))
        return 10
    def __setitem__(self, k, v):
        self.log.append(('set', k, v))

r = Rec()
r[0] += 5
r['a':'b'] -= 1
r[1, 2] *= 2
print(r.log)
x = 7
x += 3; print(x)
x -= 4; print(x)
x *= 3; print(x)
x //= 4; print(x)
x **= 3; print(x)
x %= 40; print(x)
x <<= 5; print(x)
x >>= 2; print(x)
x |= 3; print(x)
x &= 0b1101; print(x)
x ^= 0b1011; print(x)
x /= 4; print(x)
a = b = [1]
a += (2, 3)
print(a, b, a is b)
a = a + [4]
print(b, a is b)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
s = u = 'a'
s *= 3
print(s, u)
d = {'x': 1}
d |= {'y': 2}
print(d, d | {'x': 9})
st = {1}
st |= {2}
st &= {2, 3}
st ^= {5}
print(st)
class V:
    def __init__(self, n): self.n = n
    def __iadd__(self, o):
        return V(self.n + o)
    def __add__(self, o):
        return 'add'
v = V(1)
v += 2
print(v.n, v + 1)
try:
    5 + 'a'
except TypeError as e:
    print(e)
try:
    q = 'a'
    q += 5
except TypeError as e:
    print(e)
try:
    q = 1
    q -= 'a'
except TypeError as e:
    print(e)
