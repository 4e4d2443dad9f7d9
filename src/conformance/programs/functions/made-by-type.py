"""Functions, methods and iterators made by calling their types, and what these refuse."""
import types, itertools, collections
def attempt(f):
    try: return f()
    except Exception as e: return f"{type(e).__name__}: {e}"
def outer():
    x = 1
    def inner(): return x
    return inner
def f(a, b=2): return a, b
code = f.__code__
for action in [
  lambda: types.FunctionType(), lambda: types.FunctionType(1, 2), lambda: types.FunctionType(code, 1), lambda: types.FunctionType(code, {}, 1),
  lambda: types.FunctionType(code, {}, None, [1]), lambda: types.FunctionType(code, {}, None, (5,))(1),
  lambda: types.FunctionType(outer().__code__, {}), lambda: types.FunctionType(outer().__code__, {}, None, None, (1,)),
  lambda: types.FunctionType(outer().__code__, {}, None, None, ()), lambda: types.FunctionType(code, {}, None, None, (types.CellType(1),)),
  lambda: types.FunctionType(outer().__code__, {}, 'n', closure=(types.CellType(7),))(), lambda: types.FunctionType(code, {}, kwdefaults=1),
  lambda: types.MethodType(), lambda: types.MethodType(f), lambda: types.MethodType(1, 2), lambda: types.MethodType(f, None),
  lambda: types.MethodType(f, 1)(3), lambda: types.MethodType(f, 1, 2), lambda: types.MethodType(f=1),
  lambda: itertools.chain.from_iterable(), lambda: itertools.chain.from_iterable(1), lambda: vars(itertools.chain)['from_iterable'](),
  lambda: collections.OrderedDict.fromkeys(), lambda: collections.OrderedDict.fromkeys(1), lambda: collections.OrderedDict.fromkeys('ab', value=1),
  lambda: vars(dict)['fromkeys'](), lambda: vars(dict)['fromkeys'](None),
]:
    print(attempt(action))
