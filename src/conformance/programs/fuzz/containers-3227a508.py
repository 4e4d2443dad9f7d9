import collections
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: collections.OrderedDict([(1,), ()]))
show(lambda: collections.OrderedDict([(0.5, *'ab'), ()]))
print('end')
