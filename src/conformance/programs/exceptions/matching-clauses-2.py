def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def a():
    try: raise KeyError
    except 5: pass
def b():
    try: raise KeyError
    except (ValueError, 5): pass
def c():
    try: raise KeyError
    except (ValueError, (KeyError,)): return 'nested tuple'
def d():
    try: pass
    except 5: pass
    return 'never evaluated'
def e():
    try: raise KeyError
    except (): return 'empty'
    except LookupError: return 'lookup'
def which(): print('evaluated'); return ValueError
def f():
    try: raise KeyError('k')
    except which(): pass
    except KeyError as e: return e.args
for func in (a, b, c, d, e, f,): t(func)
def g():
    try: raise KeyError
    except undefined_name: pass
def h():
    try: raise ValueError('v')
    except (KeyError, ValueError) as e: return type(e)
    finally: print('fin')
for func in (a, b, c, d, e, f,): t(func)
for func in (g, h,): t(func)
