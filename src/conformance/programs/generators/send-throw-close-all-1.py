def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
def g():
    try:
        x = yield 1; print('got', x)
        y = yield 2; print('got', y)
    except ValueError as e: print('caught', e); yield 'handled'
    finally: print('fin')
    return 'ret'
i = g(); t(i.send, 3); t(next, i); t(i.send, 'a'); t(i.throw, ValueError('x')); t(next, i); t(next, i)
i = g(); t(i.throw, ValueError('early')); t(next, i); 
i = g(); next(i); t(i.close); t(i.close); t(i.send, 1)
def ign():
    while True:
        try: yield 1
        except GeneratorExit: print('ignoring')
i = ign(); next(i); t(i.close)
def ret():
    try: yield 1
    except GeneratorExit: return 5
i = ret(); next(i); t(i.close)
def p479(): 
    yield 1
    raise StopIteration('x')
i = p479(); next(i)
