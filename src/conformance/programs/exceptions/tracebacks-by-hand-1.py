import traceback, sys
def f(n):
    if n: g(n - 1)
    else: raise ValueError('deep')
def g(n): f(n)
try: f(2)
except ValueError as e:
    tb = e.__traceback__
    while tb: print(tb.tb_lineno, tb.tb_frame.f_code.co_name, sorted(tb.tb_frame.f_locals) if tb.tb_next else 'last'); tb = tb.tb_next
    print([(s.name, s.lineno, s.line) for s in traceback.extract_tb(e.__traceback__)])
    saved = e
try: raise saved
except ValueError as e: print(len(traceback.extract_tb(e.__traceback__)), e is saved)
try: raise saved.with_traceback(None)
except ValueError as e: print(len(traceback.extract_tb(e.__traceback__)))
try:
    try: raise KeyError('a')
    except KeyError: raise
except KeyError as e: print([s.lineno for s in traceback.extract_tb(e.__traceback__)])
def rr():
    try: raise KeyError('a')
    except KeyError as e: raise e
try: rr()
except KeyError as e: print([s.lineno for s in traceback.extract_tb(e.__traceback__)])
