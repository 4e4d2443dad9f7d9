def fail(error, *more):
    print(type(error).__name__, error, *more)
def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
class A(set):
    pass
try:
    o = A()
    del o[[]]
except Exception as error:
    fail(error)
show(lambda: super(A, A).__repr__())
show(lambda: A.__abstractmethods__)
print('end')
