def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw

print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7, a=8, b=9))
print(f(*[1, 2], **{'c': 30, 'd': 40}))
print(f(1, *(2,), 3, *[4], d=1, **{'z': 1}, **{'y': 2}))

def g(a, b, *, k=1):
    pass

def no(): pass
def one(x): pass
def opt(x, y=1): pass
def pos(x, /): pass
five, none = 5, None

calls = [lambda: g(), lambda: g(1), lambda: g(1, 2, 3), lambda: g(1, 2, z=1), lambda: g(1, a=1), lambda: g(a=1), lambda: no(1), lambda: no(1, 2), lambda: no(x=1), lambda: one(), lambda: one(1, 2), lambda: opt(), lambda: opt(1, 2, 3),
         lambda: pos(x=1), lambda: f(1), lambda: f(), lambda: g(**{"a": 1}, **{"a": 2}), lambda: g(*5), lambda: g(**5), lambda: g(1, 2, 3, k=4), lambda: one(1, x=2), lambda: len(), lambda: len(1, 2), lambda: len(x=[]),
         lambda: no.x, lambda: no[0], lambda: no + 1, lambda: five(), lambda: none()]
for number, call in enumerate(calls):
    try:
        print(number, call())
    except (TypeError, AttributeError) as e:
        print(number, '->', e)

def mutable(x, acc=[]):
    acc.append(x)
    return acc

print(mutable(1), mutable(2), mutable(3, []), mutable.__defaults__)
i = 5
def early(x=i): return x
i = 6
print(early())
print(f.__defaults__, f.__kwdefaults__, f.__code__.co_varnames[:7], f.__code__.co_argcount)
