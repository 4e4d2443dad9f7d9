def fail(error, *more):
    print(type(error).__name__, error, *more)
class A:
    __slots__ = ()
try:
    o = A()
    o.__dict__ = 1
except Exception as error:
    fail(error)
print('end')
