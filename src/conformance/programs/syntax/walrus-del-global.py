if (n := len('hello')) > 3:
    print('n is', n)
print([y := 1, y ** 2, y + 1], y)
print([last := x for x in range(4)], last)
while (line := ['a', 'b', ''][n - 5]) != '':
    print(line)
    n += 1

x = 'module'

def use_global():
    global x, made
    x = 'changed'
    made = 'by function'

use_global()
print(x, made)

def outer():
    x = 'outer'
    def inner():
        nonlocal x
        x += '!'
        return x
    inner()
    return inner(), x

print(outer(), x)

def unbound():
    try:
        print(zz)
    except UnboundLocalError as e:
        print(e)
    zz = 1
    del zz
    try:
        zz
    except UnboundLocalError as e:
        print(e)
    try:
        del zz
    except UnboundLocalError as e:
        print(e)

unbound()
try:
    undefined_name
except NameError as e:
    print(e, e.name)

def free():
    def g():
        return later
    try:
        g()
    except NameError as e:
        print(type(e).__name__, e)
    later = 1
    print(g())

free()
d = {'a': 1, 'b': 2}
lst = [0, 1, 2, 3, 4]
del d['a'], lst[1:3], lst[-1]
print(d, lst)
try:
    del d['zz']
except KeyError as e:
    print(repr(e))
print((lambda: (z := 3) + z)())
