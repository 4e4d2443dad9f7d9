import sys
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    try: 1/0
    except ZeroDivisionError: raise ValueError('v')
t(a)
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from e
t(a)
def a():
    try: 1/0
    except ZeroDivisionError as e: raise ValueError('v') from None
t(a)
def a():
    try: 1/0
    finally: raise KeyError('f')
t(a)
def a():
    try: 1/0
    finally: return 5
t(a)
