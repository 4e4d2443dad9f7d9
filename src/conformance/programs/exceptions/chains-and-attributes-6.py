def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
def a():
    x = ValueError('1'); y = KeyError('2')
    try:
        try: raise x
        except ValueError: raise y
    except KeyError:
        raise x
class CM:
    def __init__(s, r, e=None): s.r, s.e = r, e
    def __enter__(s): return s
    def __exit__(s, *a):
        print('exit', a[0].__name__ if a[0] else None, a[2] is not None)
        if s.e: raise s.e
        return s.r
def a():
    with CM(True): raise ValueError('sup')
    return 'suppressed'
def a():
    with CM(False): raise ValueError('not')
t(a)
def a():
    with CM(True, KeyError('from exit')): raise ValueError('orig')
t(a)
def a():
    with CM(0), CM(1), CM(0, TypeError('mid')): return 3
t(a)
def a():
    for i in range(2):
        with CM(0): continue
    with CM(0) as q, CM(0) as (b): return 'r'
t(a)
t(lambda: exec('with 5: pass')); t(lambda: exec('with CM: pass'))
class NoExit:
    def __enter__(s): pass
t(lambda: exec('with N(): pass', {'N': NoExit}))
class NB(CM):
    def __bool__(s): raise ValueError('bool')
def a():
    with CM(NB(1)): raise KeyError
t(a)
e = ValueError(1, 2); print(e, repr(e), e.args, str(ValueError()), repr(ValueError('a')), str(KeyError('a')), str(KeyError()), str(KeyError(1,2)))
class NB(CM):
    def __bool__(s): raise ValueError('bool')
def a():
    with CM(NB(1)): raise KeyError
class Ex(Exception):
    def __init__(self, a, b=2): self.a = a
x = Ex(1, b=3); print(x.args, repr(x), x.a); t(lambda: ValueError(a=1)); t(lambda: Ex())
class Ex2(Exception):
    def __str__(self): return 'custom'
    def __repr__(self): return 'REPR'
print(Ex2(), repr(Ex2()), f'{Ex2()}', '%r' % Ex2())
print(isinstance(KeyError(), LookupError), issubclass(BaseExceptionGroup, Exception), ExceptionGroup.__mro__)
