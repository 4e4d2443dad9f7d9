import sys
def g():
    print('start', sys.exc_info()[0])
    yield
    print('resumed', sys.exc_info()[0])
    try: raise KeyError('inner')
    except KeyError:
        print('in', sys.exc_info()[0]); yield; print('in2', sys.exc_info()[0])
    print('out', sys.exc_info()[0])
x = g()
try: raise ValueError('v')
except ValueError: next(x); print('handler', sys.exc_info()[0])
print(sys.exc_info()[0]); next(x); print(sys.exc_info()[0])
try: raise TypeError
except TypeError: next(x, None)
def ctx():
    try: raise KeyError('outer')
    except KeyError: yield 1
    raise ValueError('late')
c = ctx(); next(c)
try: next(c)
except ValueError as e: print(repr(e.__context__))
