import contextlib
def chain(error, label='error'):
    if len(label) > 80: return
    print(label, type(error).__name__, error, getattr(error, '__notes__', ''), error.__suppress_context__)
    for e in getattr(error, 'exceptions', ()): chain(e, label + '.member')
    if error.__cause__: chain(error.__cause__, label + '.cause')
    elif error.__context__: chain(error.__context__, label + '.context')
x = 2.5
@contextlib.contextmanager
def managed2():
    try:
        yield 1
    except Exception:
        x = yield from 'ab'
    finally:
        raise GeneratorExit
try:
    with managed2() as m:
        1 / 0
except BaseException as error:
    chain(error)
print('end')
