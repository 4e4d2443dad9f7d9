import sys
def t(f, *a):
    try: print(f(*a))
    except RecursionError as e: print('RecursionError', str(e)[:32])
    except BaseException as e: print(type(e).__name__, e)
def f(n): return f(n + 1)
t(f, 0)
def g():
    try: return g()
    except RecursionError: return 'bottom'
t(g)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
t(even, 400); t(even, 5000)
l = lambda n: l(n + 1)
t(l, 1)
def gen(n): yield from gen(n + 1)
t(lambda: next(gen(0)))
def depth(n): return n if n == 0 else depth(n - 1)
t(depth, 900); sys.setrecursionlimit(3000); t(depth, 2500); print(sys.getrecursionlimit()); sys.setrecursionlimit(1000)
def deep(n):
    try: return deep(n + 1)
    finally: pass
t(deep, 0)
