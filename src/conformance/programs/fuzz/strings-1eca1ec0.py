def show(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)
b = -3
show(lambda: int(bytearray(b'ab')))
show(lambda: bytes.fromhex('\x00\x7f\xa0'))
print('end')
