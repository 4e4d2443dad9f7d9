def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def ctx():
    try: raise KeyError('outer')
    except KeyError: yield 1
    raise ValueError('late')
c = ctx(); next(c)
try: next(c)
except ValueError as e: print(e.__context__)
def ctx2():
    yield
    raise ValueError('x')
c = ctx2(); next(c)
try:
    try: raise KeyError('k')
    except KeyError: next(c)
except ValueError as e: print(repr(e.__context__))
import sys
def ctx3():
    print(sys.exc_info()[0]); yield; print(sys.exc_info()[0])
c = ctx3()
try: raise KeyError
except KeyError: next(c)
next(c, None)
def deleg():
    class It:
        def __iter__(s): return s
        def __next__(s): return 1
        def send(s, v): print('send', v); return v
        def throw(s, *a): print('throw', a); raise StopIteration('thr')
        def close(s): print('closed')
    r = yield from It(); print('r', r); yield 'end'
d = deleg(); next(d); t(d.send, 5); t(d.throw, ValueError('q')); t(d.close)
