def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: '%5%' % 1)
print('end')
