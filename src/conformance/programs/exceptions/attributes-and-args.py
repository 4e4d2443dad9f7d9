cases = [ValueError(), ValueError('a'), ValueError('a', 1), ValueError(''), KeyError('k'), KeyError(), KeyError(1, 2), IndexError(3), FileNotFoundError('No such file'), OSError('x'),
         OSError(), StopIteration(5), StopIteration(), SystemExit(3), SystemExit('x'), UnicodeError('u'), AttributeError('a', name='n'), NameError('q', name='q'),
         ImportError('i', name='mod', path='p'), Exception(None), Exception([1]), TimeoutError(), TimeoutError('t'), ConnectionResetError('c'), AssertionError('z')]
for e in cases:
    print(type(e).__name__, repr(str(e)), repr(e), e.args)
print(cases[8].errno, cases[8].strerror, cases[11].value, cases[12].value, cases[13].code)
e = ValueError('base')
e.add_note('note 1')
e.add_note('note 2')
print(e.__notes__, str(e))
try:
    e.add_note(5)
except TypeError as t:
    print(t)
e.extra = 1
print(e.extra, e.__dict__)

class Custom(Exception):
    def __init__(self, a, b=2):
        self.a, self.b = a, b

class Strd(Exception):
    def __str__(self): return 'custom str'

print(repr(Custom(1)), str(Custom(1)), Custom(1, b=3).args, repr(Strd('x')), str(Strd('x')), f'{Strd()}')
for c in (KeyError, IndexError, ZeroDivisionError, FileNotFoundError, ModuleNotFoundError, RecursionError, NotImplementedError, UnicodeDecodeError, BrokenPipeError, KeyboardInterrupt, GeneratorExit, StopAsyncIteration, ExceptionGroup, TimeoutError):
    print([k.__name__ for k in c.__mro__])
try:
    int('x')
except ValueError as e:
    tb = e.__traceback__
    print(tb.tb_lineno, tb.tb_next, tb.tb_frame.f_lineno == tb.tb_lineno + 2)
import sys
try:
    raise ValueError('now')
except ValueError:
    print(sys.exc_info()[0], sys.exc_info()[1], repr(sys.exception()))
print(sys.exc_info(), sys.exception())
print(ValueError('a') == ValueError('a'), len({ValueError, KeyError}))
