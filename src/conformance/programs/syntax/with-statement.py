class CM:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow
    def __enter__(self):
        print('enter', self.name)
        return self.name.upper()
    def __exit__(self, t, v, tb):
        print('exit', self.name, t and t.__name__, v, tb is not None)
        return self.swallow

with CM('a') as a, CM('b') as b:
    print(a, b)
with (CM('c') as c, CM('d', True)):
    print(c)
    raise ValueError('swallowed')
print('after')
try:
    with CM('e'):
        with CM('f'):
            raise KeyError('k')
except KeyError as e:
    print('caught', e)

def f():
    with CM('g'):
        return 'returned'

print(f())
for i in range(2):
    with CM(f'loop{i}'):
        if i == 0:
            continue
        break
with CM('h') as (x, *y):
    print(x, y)

class Bad:
    def __enter__(self):
        raise RuntimeError('in enter')
    def __exit__(self, *a):
        print('not called')

try:
    with CM('outer'), Bad():
        pass
except RuntimeError as e:
    print(e)
class Replace:
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        raise OSError('replaced') from v
try:
    with Replace():
        raise ValueError('first')
except OSError as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
for bad in (5, object()):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)
