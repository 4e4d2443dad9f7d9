import warnings; warnings.simplefilter('ignore')
def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__))
src = '''
def a():
    try: 1/0
    finally: return 5
def b():
    for i in range(3):
        try: 1/0
        finally: continue
    return 'cont'
def c():
    while True:
        try: 1/0
        finally: break
    return 'brk', sys.exc_info()
def d():
    try: return 'try'
    finally: return 'finally'
'''
import sys; exec(compile(src, 'x', 'exec')); t(a); t(b); t(c); t(d)
