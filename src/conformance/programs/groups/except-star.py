def run(eg):
    try:
        raise eg
    except* ValueError as e:
        print('  value', e, e.exceptions)
    except* (KeyError, IndexError) as e:
        print('  lookup', e, e.exceptions)
    else:
        print('  else')
    finally:
        print('  finally')

for eg in [
    ExceptionGroup('one', [ValueError(1)]),
    ExceptionGroup('two', [ValueError(1), KeyError('k'), ValueError(2)]),
    ExceptionGroup('nested', [ValueError(1), ExceptionGroup('in', [KeyError('k'), ValueError(3)])]),
    ExceptionGroup('rest', [ValueError(1), TypeError('t'), ExceptionGroup('in', [OSError('o'), IndexError(2)])]),
    ValueError('naked'),
    TypeError('other'),
]:
    print(repr(eg))
    try:
        run(eg)
    except BaseException as e:
        print('  left', repr(e))

try:
    try:
        raise ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError:
        raise RuntimeError('new')
    except* KeyError as e:
        raise
except ExceptionGroup as e:
    print(repr(e))
    print([repr(x.__context__) for x in e.exceptions])
try:
    try:
        raise ExceptionGroup('g', [ValueError(1)])
    except* ValueError:
        raise TypeError('only')
except Exception as e:
    print(repr(e), repr(e.__context__))
try:
    try:
        raise ValueError(1)
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
try:
    pass
except* ValueError:
    print('no')
else:
    print('else without raise')
def loop():
    for i in range(2):
        try:
            raise ExceptionGroup('l', [ValueError(i)])
        except* ValueError as e:
            x = e
        try:
            e
        except UnboundLocalError as u:
            print(u)
    return x
print(repr(loop()))
