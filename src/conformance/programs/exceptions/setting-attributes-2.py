def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
class Ex4(ValueError, KeyError): pass
print(str(Ex4('q')), Ex4.__mro__[1:4], isinstance(Ex4(), LookupError)); print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code, StopIteration(5).value, ImportError('m', name='n', path='p').name, AttributeError('m', name='n', obj=5).obj, NameError('x', name='y').name); t(lambda: ImportError('m', bad=1))
u = UnicodeDecodeError('utf8', b'abc', 1, 2, 'why'); print(u, u.start, u.object, u.reason, u.encoding, u.args); t(UnicodeDecodeError, 'a'); t(lambda: UnicodeEncodeError('ascii', 'é', 0, 1, 'r'))
o = OSError(5, 'msg', 'file'); print(o, o.strerror, o.filename, o.args, o.filename2, OSError('one').args, OSError('one').errno, OSError(1, 2, 3, 4, 5).filename2)
s = SyntaxError('bad', ('f.py', 3, 5, 'code')); print(s, s.lineno, s.offset, s.text, s.filename, s.msg)
print(issubclass(IOError, OSError), IOError is OSError, EnvironmentError is OSError, issubclass(ModuleNotFoundError, ImportError), issubclass(RecursionError, RuntimeError), issubclass(UnboundLocalError, NameError), issubclass(KeyboardInterrupt, Exception), issubclass(GeneratorExit, Exception), issubclass(TimeoutError, OSError), BaseException.__base__)
print(Exception() == Exception(), isinstance(hash(Exception()), int), bool(Exception()), ValueError.__name__, ValueError.__module__)
