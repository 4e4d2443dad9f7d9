def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: sum('z', None))
show(lambda: complex(None))
show(lambda: bytes(1, 1))
print('end')
