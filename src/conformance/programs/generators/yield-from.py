def inner(n):
    try:
        for i in range(n):
            r = yield i
            if r: print('inner got', r)
    except ValueError as e:
        print('inner caught', e)
        yield 'inner recovered'
    finally:
        print('inner finally', n)
    return f'inner {n}'

def outer():
    a = yield from inner(2)
    print('outer got', a)
    b = yield from [10, 20]
    print('list gives', b)
    c = yield from 'xy'
    return (yield from inner(1))

def drain(g):
    while True:
        try:
            print('->', next(g))
        except StopIteration as e:
            return e.value

print(drain(outer()))
g = outer()
print(next(g), g.send('hey'))
print(g.throw(ValueError('v')))
print(next(g))
g.close()
h = outer(); next(h)
h.close()
print(h.gi_yieldfrom, g.gi_yieldfrom)
k = outer(); next(k)
print(k.gi_yieldfrom.gi_code.co_name)

class It:
    def __iter__(self): return self
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration('it value')
        return self.n
def viait():
    v = yield from It()
    print('v', v)
print(list(viait()))
w = viait(); next(w)
try:
    w.send('x')
except AttributeError as e:
    print(e)
try:
    def bad(): yield from 5
    next(bad())
except TypeError as e:
    print(e)
def flatten(x):
    if isinstance(x, list):
        for y in x: yield from flatten(y)
    else:
        yield x
print(list(flatten([1, [2, [3, [4]], []], 5])))
def tree(d):
    if d: 
        yield from tree(d - 1)
        yield d
        yield from tree(d - 1)
print(*tree(4))
k.close()
