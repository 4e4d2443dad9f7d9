def run(kind):
    log = []
    try:
        log.append('try')
        if kind == 'value': raise ValueError('v')
        if kind == 'key': raise KeyError('k')
        if kind == 'zero': 1 / 0
        if kind == 'type': raise TypeError
        if kind == 'return': return log
    except (ValueError, TypeError) as e:
        log.append(f'except {e!r}')
    except KeyError as e:
        log.append(f'key {e} {e.args}')
    else:
        log.append('else')
    finally:
        log.append('finally')
    return log

for kind in ('none', 'value', 'key', 'type', 'return'):
    print(kind, run(kind))
try:
    run('zero')
except ArithmeticError as e:
    print(type(e).__mro__, e)

def f():
    try:
        raise ValueError('lost')
    finally:
        return 'finally wins'

def nested():
    try:
        try:
            raise ValueError(1)
        except ValueError as e:
            print('inner', e)
            raise
        finally:
            print('inner finally')
    except ValueError as e:
        print('outer', e)
        try:
            print(e)
        finally:
            del e
    try:
        e
    except UnboundLocalError as x:
        print(x)

print(f())
nested()
for i in range(3):
    try:
        if i == 1: continue
        print('body', i)
    except Exception: pass
    else: print('else', i)
    finally: print('fin', i)
try:
    raise
except RuntimeError as e:
    print(e)
for bad in (5, 'str', object, None):
    try:
        raise bad
    except TypeError as e:
        print(e)
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as e:
    print(e, repr(e.__context__))
def which(*types):
    try:
        raise KeyError('q')
    except types as e:
        return type(e).__name__
print(which(KeyError), which(OSError, LookupError), which(Exception))
