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
