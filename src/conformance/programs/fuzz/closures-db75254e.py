def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: str(1, *'abc', k=1))
show(lambda: zip(j=1, k=1))
show(lambda: enumerate(k=1))
show(lambda: enumerate(1, *(1,), k=1))
print('end')
