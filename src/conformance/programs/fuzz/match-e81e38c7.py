def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')
def execute(source):
    try:
        exec(source, globals())
    except SyntaxError as error:
        print('SyntaxError', error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    except Exception as error:
        chain(error)
a = 5
x = 2.5
y = -0.75
source = r'''
x = y = z = None
match a:
    case {1: x, True: 1}: print('one', 1)
'''
execute(source)
print('end')
