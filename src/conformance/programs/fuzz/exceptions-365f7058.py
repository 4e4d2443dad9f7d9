def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')
def show2(function):
    try:
        print(repr(function()))
    except BaseException as error:
        chain(error)
show2(lambda: type(...)(1))
print('end')
