import collections
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: collections.Counter([{}]).most_common(0))
print('end')
