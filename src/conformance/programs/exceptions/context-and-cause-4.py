def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def e(): raise ValueError('x') from KeyError('y')
def g(): raise ValueError from 5
def h():
    x = ValueError('1'); y = KeyError('2')
    try:
        try: raise x
        except ValueError: raise y
    except KeyError: raise x
def i():
    x = ValueError('self')
    try: raise x
    except ValueError as e: raise e
def j():
    try:
        try: raise KeyError('a')
        except KeyError: raise ValueError('b')
    except ValueError: raise TypeError('c')
def k():
    try: raise KeyError('a')
    except KeyError as e:
        err = ValueError('made here')
    raise err
def l():
    try: raise KeyError('a')
    except KeyError:
        try: raise ValueError('b')
        except ValueError: pass
        raise TypeError('c')
for func in (g, h, i, j, k, l,): t(func)
