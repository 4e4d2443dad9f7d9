def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: abs(*'ab', k=1))
show(lambda: [].extend(1, *'ab', k=1))
show(lambda: int(*'ab', k=1))
show(lambda: type(1, k=1))
print('end')
