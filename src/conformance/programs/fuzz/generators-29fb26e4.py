def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')
def show2(function):
    try:
        print(repr(function()))
    except BaseException as error:
        chain(error)
kept = []
def keep(value):
    kept.append(value)
    return value
x = 2.5
p = [3, 1, 2]
def gen():
    x = yield from iter(p)
    print(x)
it = keep(gen())
show2(lambda: next(it))
show2(lambda: it.throw(StopIteration(9)))
print('end')
