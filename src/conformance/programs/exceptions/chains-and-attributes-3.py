def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    try:
        try: raise KeyError('in')
        finally: print('f1')
    except KeyError: return 'ok'
    else: return 'else'
    finally: print('f2')
def a():
    try: raise KeyError(1)
    except KeyError as e: pass
    return e
t(a)
def a():
    e = 5
    try: raise KeyError(1)
    except KeyError as e: del e
    return 'x'
t(a)
t(lambda: (_ for _ in ()).throw(ValueError('g')))
def a(): raise
t(a)
def a(): raise 5
t(a)
def a(): raise int
t(a)
def a(): raise ValueError from 5
t(a)
def a(): raise ValueError from KeyError
t(a)
def a(): raise ValueError('x') from KeyError('y')
t(a)
