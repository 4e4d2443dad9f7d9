def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
eg = ExceptionGroup('m', [ValueError(1), TypeError(2), ExceptionGroup('n', [KeyError(3), ValueError(4)])])
print(eg, repr(eg), eg.message, eg.exceptions, str(eg))
m, r = eg.split(ValueError); print(repr(m), repr(r)); print(repr(eg.subgroup(lambda e: isinstance(e, KeyError)))); print(eg.subgroup(OSError), eg.split((ValueError, TypeError, KeyError)))
print(eg.derive([KeyError(9)]).__class__); t(eg.split, 5); t(eg.subgroup, 'a'); t(lambda: eg.split(ExceptionGroup))
t(ExceptionGroup, 'a', []); t(ExceptionGroup, 'a', [5]); t(ExceptionGroup, 5, [ValueError()]); t(ExceptionGroup, 'a', 5); t(ExceptionGroup, 'a', [KeyboardInterrupt()]); t(ExceptionGroup); t(ExceptionGroup, 'a'); print(type(BaseExceptionGroup('a', [ValueError()])), type(BaseExceptionGroup('a', [KeyboardInterrupt()])))
class MyG(ExceptionGroup):
    def derive(self, e): return MyG(self.message, e)
mg = MyG('my', [ValueError(1), KeyError(2)]); print([type(x).__name__ for x in mg.split(KeyError)])
def a():
    try: raise eg
    except* ValueError as e: print('V', repr(e), e.__context__)
    except* TypeError as e: print('T', repr(e))
t(a)
def a():
    try: raise ValueError('naked')
    except* ValueError as e: print(repr(e)); 
    else: print('else')
    finally: print('fin')
    return 'ok'
t(a)
