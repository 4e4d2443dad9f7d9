def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
class A:
    n = 1
    __slots__ = ('a', 'a')
show(lambda: A() + 1)
print('end')
