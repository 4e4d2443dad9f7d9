def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
e = ValueError(1, 2); print(e, repr(e), e.args, str(ValueError()), repr(ValueError('a')), str(KeyError('a')), str(KeyError()), str(KeyError(1, 2)))
e.add_note('n1'); e.add_note('n2'); print(e.__notes__); t(e.add_note, 5); t(lambda: e.with_traceback(5)); print(e.with_traceback(None) is e)
for name, value in [('__cause__', 5), ('__context__', 5), ('__traceback__', 5), ('args', 5), ('__suppress_context__', 'x')]: t(setattr, e, name, value)
for name in ('args', '__cause__', '__context__', '__traceback__', '__suppress_context__'): t(delattr, e, name)
e.args = [1]; print(e.args, e); e.args = 'ab'; print(e.args); e.custom = 5; print(e.custom, e.__dict__); e.__notes__ = 'not a list'; t(e.add_note, 'x'); del e.__notes__; e.add_note('again'); print(e.__notes__)
class Ex(Exception):
    def __init__(self, a, b=2): self.a = a
x = Ex(1, b=3); print(x.args, repr(x), x.a, str(x)); t(lambda: ValueError(a=1)); t(lambda: Ex()); t(lambda: Ex(1, c=2))
class Ex2(Exception):
    def __str__(self): return 'custom'
    def __repr__(self): return 'REPR'
print(Ex2(), repr(Ex2()), f'{Ex2()}', '%r' % Ex2(), [Ex2()])
class Ex3(Exception):
    def __new__(cls, *a): o = super().__new__(cls, 'from new'); return o
    def __init__(self, *a): pass
print(Ex3('given').args)
