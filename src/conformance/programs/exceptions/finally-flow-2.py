def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
def e():
    try: return print('value') or 1
    finally: print('fin')
def f():
    x = 1
    try: return x
    finally: x = 2
def g():
    try:
        try: raise KeyError('in')
        finally: print('f1')
    except KeyError: return 'ok'
    else: return 'else'
    finally: print('f2')
def h():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
            print('body', i)
        except ValueError: print('no')
        else: print('else', i)
        finally: print('fin', i)
for func in (e, f, g, h): t(func)
