import sys

def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)

print(depth(400))

def forever():
    return forever()

try:
    forever()
except RecursionError as e:
    print(type(e).__name__, isinstance(e, RuntimeError), str(e).startswith('maximum recursion depth exceeded'))
def hanoi(n, a='A', b='B', c='C'):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(6)), hanoi(2))

def locs(a):
    b = 2
    c = [1]
    return locals()

print(locs(1))
print(sorted(k for k in globals() if not k.startswith('_')))

def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
print(ack(2, 3))
print(eval('a + b', {'a': 1}, {'b': 2}))
ns = {}
exec('def q(): return 5\nz = q()', ns)
print(ns['z'], sorted(k for k in ns if k != '__builtins__'))
def shadow(list, str=3):
    return list, str
print(shadow(1))
max_ = max
def max(*a): return 'mine'
print(max(1, 2), max_(1, 2))
del max
print(max(1, 2))
