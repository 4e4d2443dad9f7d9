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
def m():
    try: {}['k']
    except KeyError as e: e.add_note('n'); raise
def n():
    try: raise E('x')
    except E as e: raise e from e
class E(Exception): pass
for func in (g, h, i, j, k, l,): t(func)
for func in (m,): t(func)
try: n()
except E as x: print(x.__cause__ is x, x.__context__)
x = ValueError('w'); x.__cause__ = KeyError('c'); print(x.__suppress_context__); x.__cause__ = None; print(x.__suppress_context__); x.__suppress_context__ = False; x.__context__ = TypeError(); print(repr(x.__context__))
try: raise x
except ValueError as y: print(repr(y.__context__))
