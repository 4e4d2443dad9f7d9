def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '|', repr(e.__cause__), '|', repr(e.__context__), e.__suppress_context__)
def a(): yield 1; raise StopIteration('x')
def b(): yield next(iter([]))
def c():
    try: yield next(iter([]))
    except StopIteration: return 'handled'
def d(): raise StopIteration; yield
t(list, a()); t(list, b()); t(list, c()); t(next, d()); t(lambda: [next(iter([])) for _ in 'a']); t(lambda: list(next(iter([])) for _ in 'a')); t(lambda: tuple(map(next, [iter([])]))); t(lambda: list(map(next, [iter([1]), iter([]), iter([2])])))
def e():
    try: yield 1
    except StopIteration as x: print('in', x); raise
g = e(); next(g); t(g.throw, StopIteration('thrown'))
def f():
    r = yield from h(); print('r', r); yield r
def h(): yield 'h'; return 'hr'
g = f(); print(next(g), next(g)); g = f(); next(g); t(g.throw, StopIteration('into'))
class It:
    def __iter__(s): return s
    def __next__(s): raise StopIteration('it value')
