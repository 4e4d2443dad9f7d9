def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))
def tracked():
    try:
        try: raise ExceptionGroup('1', [ValueError('a'), TypeError('b')])
        except* ValueError: raise ValueError('c') from None
    except BaseException as e: print(repr(e), [repr(s.__context__) for s in e.exceptions])
tracked()
def loop():
    for i in range(3):
        try: raise ExceptionGroup('1', [ValueError(i)])
        except* ValueError as e: print(i, e.exceptions)
loop()
class BadD(ExceptionGroup):
    def derive(self, e): return 5
t(BadD('x', [ValueError(), KeyError()]).split, ValueError)
print(ExceptionGroup('one', [ValueError()]), ExceptionGroup('two', (ValueError(), KeyError())).exceptions)
