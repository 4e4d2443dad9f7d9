def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
class A(bytes):
    def __new__(cls, *args): return object.__new__(cls, 1)
show(lambda: A() + 1)
class B:
    def __new__(cls, *args): return object.__new__(cls, 1)
    def __init__(self, *args): self.b = 1
show(lambda: B())
print('end')
