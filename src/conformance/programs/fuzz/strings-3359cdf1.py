def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
b = -3
show(lambda: ('ÀÉß').replace(None, 'a', 0))
show(lambda: ('Σας').rfind(None))
show(lambda: str(b'a', None))
print('end')
