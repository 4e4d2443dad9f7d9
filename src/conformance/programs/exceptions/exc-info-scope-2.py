import sys
def show(where): print(where, sys.exc_info()[0], sys.exception())
def g():
    for i in range(2):
        try: raise KeyError(i)
        except KeyError:
            show(i)
            continue
    show('end loop')
g()
def h():
    try: raise ValueError(1)
    except ValueError:
        try: raise
        except ValueError as e: print('reraised', e); show('in')
    show('h end')
h()
with __import__('contextlib').suppress(KeyError):
    try: raise KeyError('s')
    finally: show('suppress')
show('end'); t, v, tb = sys.exc_info(); print(t, v, tb)
try: raise ValueError
except ValueError:
    t, v, tb = sys.exc_info(); print(t is type(v), tb is v.__traceback__, tb.tb_lineno > 0, tb.tb_next)
