def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__), '| cause', repr(e.__cause__), e.__suppress_context__)
e = ValueError(1, 2); print(e, repr(e), e.args, str(ValueError()), repr(ValueError('a')), str(KeyError('a')), str(KeyError()), str(KeyError(1,2)))
e.add_note('n1'); e.add_note('n2'); print(e.__notes__); t(e.add_note, 5); t(lambda: e.with_traceback(5)); print(e.with_traceback(None) is e)
t(setattr, e, '__cause__', 5); t(setattr, e, '__context__', 5); t(setattr, e, '__traceback__', 5); t(setattr, e, 'args', 5); e.args = [1]; print(e.args); t(delattr, e, 'args'); t(delattr, e, '__cause__'); t(delattr, e, '__context__'); t(delattr, e, '__traceback__')
e.__cause__ = KeyError(); print(e.__suppress_context__)
print(SystemExit(3).code, SystemExit().code, StopIteration(5).value, ImportError('m', name='n', path='p').name, UnicodeDecodeError('utf8', b'a', 0, 1, 'r'))
try: {}['k']
except LookupError as e: print(repr(e))
def f():
    def g(): raise ValueError('tb')
    g()
try: f()
except ValueError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_lasti > 0); tb = tb.tb_next
try: assert 0, 'msg'
except AssertionError as e: print(e, e.args)
try: assert []
except AssertionError as e: print(repr(e))
try: assert 0, (1, 2)
except AssertionError as e: print(e.args)
