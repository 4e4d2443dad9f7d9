def show(e):
    print(repr(e), 'cause', repr(e.__cause__), 'context', repr(e.__context__), 'suppress', e.__suppress_context__)

try:
    try:
        {}['x']
    except KeyError as k:
        raise ValueError('from k') from k
except ValueError as e:
    show(e)
try:
    try:
        {}['x']
    except KeyError:
        raise ValueError('implicit')
except ValueError as e:
    show(e)
try:
    try:
        {}['x']
    except KeyError:
        raise ValueError('none') from None
except ValueError as e:
    show(e)
try:
    try:
        1 / 0
    finally:
        raise OSError('in finally')
except OSError as e:
    show(e)
try:
    raise ValueError('class cause') from KeyError
except ValueError as e:
    show(e)
try:
    raise ValueError from 5
except TypeError as e:
    show(e)
try:
    try:
        try:
            raise A
        except NameError as e:
            raise TypeError(2)
    except TypeError as e:
        raise ValueError(3)
except ValueError as e:
    while e:
        print(repr(e))
        e = e.__context__
err = ValueError('reused')
for _ in range(2):
    try:
        raise err
    except ValueError as e:
        n, tb = 0, e.__traceback__
        while tb:
            n, tb = n + 1, tb.tb_next
        print('entries', n)
try:
    raise ValueError('tb').with_traceback(None)
except ValueError as e:
    print(e.__traceback__.tb_lineno, e.__traceback__.tb_frame.f_code.co_name)
class CM:
    def __enter__(self): pass
    def __exit__(self, t, v, tb):
        raise KeyError('from exit')
try:
    with CM():
        raise ValueError('body')
except KeyError as e:
    show(e)
def gen():
    try:
        yield
    finally:
        raise OSError('gen finally')
g = gen(); next(g)
try:
    g.throw(ValueError('thrown'))
except OSError as e:
    show(e)
