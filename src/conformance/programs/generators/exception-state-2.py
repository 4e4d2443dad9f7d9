def ctx():
    try: raise KeyError('outer')
    except KeyError: yield 1
    raise ValueError('late')
c = ctx(); next(c)
def ctx2(): yield; raise ValueError('x')
c = ctx2(); next(c)
try:
    try: raise KeyError('k')
    except KeyError: next(c)
except ValueError as e: print(repr(e.__context__))
def ctx3():
    try: raise KeyError('gen')
    except KeyError: yield
c = ctx3(); next(c)
try: c.throw(ValueError('thrown'))
except ValueError as e: print(repr(e.__context__))
def ctx4():
    try: yield
    except ValueError: raise TypeError('new')
c = ctx4(); next(c)
try: c.throw(ValueError('thrown'))
except TypeError as e: print(repr(e.__context__), e.__traceback__.tb_next.tb_frame.f_code.co_name)
def reraise():
    try: yield
    except ValueError: raise
c = reraise(); next(c); err = ValueError('same')
try: c.throw(err)
except ValueError as e: print(e is err, e.__context__)
