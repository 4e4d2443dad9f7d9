def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
b = -3
show(lambda: complex('1__0'))
show(lambda: pow(0, 0, 0.5))
show(lambda: b'x' is b'x')
print('end')
