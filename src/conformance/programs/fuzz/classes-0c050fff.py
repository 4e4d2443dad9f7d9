def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
class A(frozenset):
    pass
show(lambda: A(n=0.1))
show(lambda: A(1, 1))
class B(set):
    pass
show(lambda: B(1, 1))
class C(tuple):
    pass
show(lambda: C(n=1))
print('end')
