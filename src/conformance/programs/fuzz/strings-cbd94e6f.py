def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
b = -3
show(lambda: b'\xc3(\xe2\x82'.decode('utf-8', 'xmlcharrefreplace'))
show(lambda: b'bytes'.decode('utf-16', 'strict'))
print('end')
