def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')
class Own(OSError):
    def __init__(self, n, *rest):
        self.n = n
try:
    raise Own(1)
except Own as error:
    chain(error)
    print(error.args, vars(error))
print('end')
