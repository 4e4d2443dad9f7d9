def make():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    return fs

print([f() for f in make()])
print([f() for f in [lambda i=i: i for i in range(3)]])
print([f() for f in [lambda: j for j in range(3)]])

def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get():
        return n
    return inc, get

inc, get = counter()
inc(); inc(5)
print(get(), inc.__closure__[0].cell_contents, inc.__code__.co_freevars)
inc2, get2 = counter()
print(get2())

def deep():
    x = 1
    def a():
        def b():
            nonlocal x
            x += 1
            return lambda: x
        return b()
    return a(), lambda: x

p, q = deep()
print(p(), q())

x = 'early global'

class K:
    x = 'class'
    def m(self):
        return x
    y = [x for _ in range(2)]
    z = x + '!'
x = 'global'
print(K().m(), K.y, K.z)

def params(a):
    def inner():
        nonlocal a
        a *= 2
        return a
    inner()
    return a, inner()

print(params(4))
def selfref(n):
    return 1 if n < 2 else n * selfref(n - 1)
alias = selfref
print(alias(10))
print((lambda f: f(f, 5))(lambda s, n: 1 if n == 0 else n * s(s, n - 1)))
