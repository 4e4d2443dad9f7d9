import sys
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    x = ValueError('1'); y = KeyError('2')
    try:
        try: raise x
        except ValueError: raise y
    except KeyError:
        raise x
def nested():
    try:
        try: 1/0
        except ZeroDivisionError:
            try: raise KeyError('k')
            except KeyError: pass
            print(sys.exc_info()[0].__name__, sys.exception())
            raise
    except ZeroDivisionError as e: print('re', e, e.__context__)
    print(sys.exc_info(), sys.exception())
nested()
class CM:
    def __init__(s, r, e=None): s.r, s.e = r, e
    def __enter__(s): return s
    def __exit__(s, *a):
        print('exit', a[0].__name__ if a[0] else None, a[2] is not None)
        if s.e: raise s.e
        return s.r
def a():
    with CM(True): raise ValueError('sup')
    return 'suppressed'
t(a)
