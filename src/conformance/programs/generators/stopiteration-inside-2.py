def t(f, *a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e, '|', repr(e.__cause__), '|', repr(e.__context__), e.__suppress_context__)
def e():
    try: yield 1
    except StopIteration as x: print('in', x); raise
g = e(); next(g); t(g.throw, StopIteration('thrown'))
def f():
    r = yield from h(); print('r', r); yield r
g = f(); print(next(g), next(g)); g = f(); next(g); t(g.throw, StopIteration('into'))
class It:
    def __iter__(s): return s
    def __next__(s): raise StopIteration('it value')
def k(): r = yield from It(); print('value', r)
t(list, k()); print([x for x in It()], dict(It()), next(It(), 'default'))
async def co(): raise StopIteration('co')
t(co().send, None)
async def ag(): yield 1; raise StopAsyncIteration('ag')
async def ag2(): raise StopIteration('ag2'); yield
async def use(x): return [v async for v in x]
t(use(ag()).send, None); t(use(ag2()).send, None)
class N:
    def __iter__(s): return s
    def __next__(s): raise IndexError('not stop')
t(list, N())
def l():
    try: yield
    finally: raise StopIteration('from finally')
g = l(); next(g); t(g.close); g = l(); next(g); t(next, g)
