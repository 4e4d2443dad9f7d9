def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
eg = ExceptionGroup('m', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])])
def a():
    try: raise ValueError('naked')
    except* ValueError as e: print(repr(e)); 
    else: print('else')
    finally: print('fin')
    return 'ok'
def a():
    try: raise eg
    except* ValueError: raise OSError('new')
    except* KeyError: raise
t(a)
def a():
    try: raise eg
    except* ValueError as e: raise
    except* TypeError as e: raise e
try: a()
except ExceptionGroup as e: print(repr(e))
def a():
    try: raise ExceptionGroup('q', [ValueError(1)])
    except* ValueError as e: raise KeyError('single')
try: a()
except BaseException as e: print(repr(e), repr(e.__context__))
def a():
    try: raise KeyError('x')
    except* ValueError: pass
t(a)
def a():
    try: raise eg
    except* ExceptionGroup: pass
t(a)
