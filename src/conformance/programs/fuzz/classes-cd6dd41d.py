import inspect
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
class A:
    pass
class B(A, list):
    __slots__ = ('q',)
show(lambda: setattr(B(), 'z', 1))
show(lambda: A.__dict__)
show(lambda: inspect.signature(A))
print('end')
