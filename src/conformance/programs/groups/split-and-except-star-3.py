def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
eg = ExceptionGroup('m', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])])
m, r = eg.split(ValueError); print(repr(m), repr(r)); print(repr(eg.subgroup(lambda e: isinstance(e, KeyError)))); print(eg.subgroup(OSError), eg.split((ValueError, TypeError, KeyError)))
class MyG(ExceptionGroup):
    def derive(self, e): return MyG(self.message, e)
mg = MyG('my', [ValueError(1), KeyError(2)]); print([type(x).__name__ for x in mg.split(KeyError)])
def a():
    try: raise eg
    except* ExceptionGroup: pass
def a():
    try: raise eg
    except* (ValueError, ExceptionGroup): pass
t(a)
def a():
    try: raise eg
    except* 5: pass
t(a)
def a():
    try: pass
    except* ValueError: print('no')
    else: return 'else ran'
t(a)
def a():
    try: raise eg
    except* Exception as e: print(len(e.exceptions)); 
    return 'all', 'e' in locals()
t(a)
eg2 = ExceptionGroup('notes', [ValueError(1), KeyError(2)]); eg2.add_note('hello'); eg2.__cause__ = OSError('c')
m, r = eg2.split(KeyError); print(m.__notes__, r.__notes__, repr(m.__cause__), m.__notes__ is r.__notes__)
try:
    try: raise eg2
    except* KeyError as k: m2 = k; raise
except ExceptionGroup as x: print(repr(x), x.__notes__, x is eg2, x.__traceback__ is not None)
