def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a(): raise ValueError('x') from KeyError('y')
class E1(Exception):
    def __new__(cls, *a): return 5
def a(): raise E1
t(a)
def a():
    try: raise KeyError
    except 5: pass
t(a)
def a():
    try: raise KeyError
    except (ValueError, 5): pass
t(a)
def a():
    try: raise KeyError
    except (ValueError, (KeyError,)): return 'nested tuple'
t(a)
def a():
    x = ValueError('self')
    try: raise x
    except ValueError as e: raise e
t(a)
def a():
    x = ValueError('1'); y = KeyError('2')
    try:
        try: raise x
        except ValueError: raise y
    except KeyError:
        raise x
t(a)
