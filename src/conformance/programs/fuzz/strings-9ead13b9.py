def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
show(lambda: 'ÀÉß' < int | str)
show(lambda: bytearray(int | str))
show(lambda: f'{(int | str):>10}')
print('end')
