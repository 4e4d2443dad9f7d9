"""What leads to the GeneratorExit of close(), when its caller is handling something."""
import contextlib
def chain(error):
    names = []
    while error is not None and len(names) < 9:
        names.append(f'{type(error).__name__}({error})'); error = error.__cause__ or error.__context__
    return ' <- '.join(names)
def attempt(f):
    try: return f()
    except BaseException as e: return chain(e)
def gen(kind):
    try: yield 1
    except GeneratorExit as e:
        print('  in', chain(e))
        if kind == 1: raise ValueError('v')
        if kind == 2: raise
        if kind == 3: yield 2
def closed(kind, handling):
    g = gen(kind); next(g)
    if not handling: return g.close()
    try: 1 / 0
    except ZeroDivisionError: return g.close()
for kind in range(4):
    for handling in False, True: print(kind, handling, attempt(lambda: closed(kind, handling)))
@contextlib.contextmanager
def managed(kind):
    try: yield 1; yield 2
    except GeneratorExit as e:
        print('  managed', chain(e))
        if kind: raise ValueError('v')
def used(kind, fails):
    with managed(kind):
        if fails: raise KeyError('k')
for kind in 0, 1:
    for fails in False, True: print(kind, fails, attempt(lambda: used(kind, fails)))
def outer(kind):
    try: yield from gen(kind)
    finally: print('  outer done')
def delegated(kind):
    g = outer(kind); next(g)
    try: {}['x']
    except KeyError: return g.close()
for kind in range(3): print(kind, attempt(lambda: delegated(kind)))
print(complex('٣+٤j'), complex(' -٣.٥ '))
