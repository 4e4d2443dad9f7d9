import sys
def show(where): print(where, sys.exc_info()[0], sys.exception())
show('top')
try: raise ValueError('v')
except ValueError:
    show('handler')
    def inner(): show('called from handler'); raise KeyError('k')
    try: inner()
    except KeyError: show('nested')
    show('after nested')
    try: pass
    finally: show('finally in handler')
    (lambda: show('lambda'))(); [show('comp') for _ in 'a']
    class C: show('class body')
show('after')
try:
    try: 1/0
    finally: show('finally')
except ZeroDivisionError: show('outer')
def f():
    try: raise TypeError('t')
    except TypeError: return sys.exc_info()[0], sys.exception()
print(f()); show('after return')
