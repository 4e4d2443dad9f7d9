def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def e():
    try: raise KeyError
    except (): return 'empty'
    except LookupError: return 'lookup'
def i():
    try: raise int
    except TypeError as e: return str(e)
def j():
    try: raise 'text'
    except TypeError as e: return str(e)
class Bad(Exception):
    def __new__(cls, *a): return 5
def k(): raise Bad
class Init(Exception):
    def __init__(self): raise KeyError('from init')
def l(): raise Init
class Meta(type):
    def __instancecheck__(cls, o): return True
    def __subclasscheck__(cls, o): return True
class Any(Exception, metaclass=Meta): pass
def m():
    try: raise KeyError('x')
    except Any: return 'hooked'
    except KeyError: return 'by real class'
def n():
    try: raise
    except RuntimeError as e: return str(e)
for func in (i, j, k, l, m, n,): t(func)
def o():
    e = 5
    try: raise KeyError(1)
    except KeyError as e: del e
    return 'x'
def p():
    try: raise KeyError(1)
    except KeyError as e: pass
    return e
for func in (i, j, k, l, m, n,): t(func)
for func in (o, p,): t(func)
