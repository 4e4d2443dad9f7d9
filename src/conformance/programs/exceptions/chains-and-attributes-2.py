import sys
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    finally: return 5
def a():
    for i in range(3):
        try: 1/0
        finally: continue
    return 'cont'
t(a)
def a():
    while True:
        try: 1/0
        finally: break
    return 'brk', sys.exc_info()
t(a)
def a():
    try: return 'try'
    finally: print('fin')
t(a)
def a():
    try:
        try: raise KeyError('in')
        finally: print('f1')
    except KeyError: return 'ok'
    else: return 'else'
    finally: print('f2')
t(a)
