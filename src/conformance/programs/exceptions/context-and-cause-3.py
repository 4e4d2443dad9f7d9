def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v')
def b():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
def c():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from None
def d():
    try: 1/0
    finally: raise KeyError('f')
def e(): raise ValueError('x') from KeyError('y')
def f(): raise ValueError from KeyError
for func in (a, b, c, d, e, f,): t(func)
