"""Built-ins a program can replace or mistake: __builtins__, sys.stdin, modules that are called; what classes say of their lay-out."""
import sys, io, copy, pickle, types, math, dataclasses, pprint, datetime, random
def attempt(f):
    try: return f()
    except BaseException as e: return f"{type(e).__name__}: {e}"
for m in pprint, datetime, random, copy, math, types:
    print(attempt(lambda: m(1)))
for code in 'print(1)', 'len([1])', '1 + 1', '__import__("os")', '[x for x in (1, 2)]', '(lambda: abs(-1))()', 'x':
    print(code, attempt(lambda: eval(code, {'__builtins__': {}})), attempt(lambda: eval(code, {'__builtins__': {'len': lambda o: 'own', 'abs': abs}})), attempt(lambda: eval(code, {'__builtins__': math})))
print(attempt(lambda: exec('class A: pass', {'__builtins__': {}})))
ns = {'__builtins__': {'print': lambda *a: sys.stdout.write('mine %s\n' % (a,))}}
exec('def f(): print(1)\nf()', ns); ns['f']()
class Missing(dict):
    def __missing__(self, k): return k.upper()
print(attempt(lambda: eval('nope', {'__builtins__': Missing()})), attempt(lambda: eval('nope', Missing())), attempt(lambda: eval('nope', {}, Missing())))
sys.stdin = io.StringIO('one\ntwo\n\nlast')
print([attempt(input), attempt(lambda: input('ask> ')), attempt(input), attempt(input), attempt(input)])
sys.stdin = sys.__stdin__
class Plain: pass
class Slots: __slots__ = 'a',
class Both: __slots__ = '__weakref__', '__dict__'
for c in object, int, list, set, type, Exception, Plain, Slots, Both, types.FunctionType:
    print(c.__name__, c.__weakrefoffset__ != 0 if c is not types.FunctionType else '', c.__dictoffset__ != 0)
@dataclasses.dataclass
class Base: x: int = 1
@dataclasses.dataclass(slots=True, weakref_slot=True)
class Derived(Base): y: int = 2
print(Derived.__slots__, Derived(), [f.name for f in dataclasses.fields(Derived)])
@dataclasses.dataclass(slots=True, frozen=True)
class Point:
    x: int
    y: int = 0
print(Point(1), copy.copy(Point(1, 2)), pickle.loads(pickle.dumps(Point(3))), attempt(lambda: Point(1).z), attempt(lambda: setattr(Point(1), 'x', 2)))
e = ImportError('m', name='n', path='p')
for p in range(6): c = pickle.loads(pickle.dumps(e, p)); print(c.args, c.name, c.path, end=' ')
e.name = None; print(e.name, copy.copy(e).name)
a = attempt(lambda: Plain.nope)
try: Plain.nope
except AttributeError as err: c = copy.copy(err); print(c.name, c.args, c.obj)
e = Exception(42); e.__setstate__({'args': (1, 2), 'b': 3}); print(e.args, e.b)
s = StopIteration(5); s.value = None; print(s.value)
print(-0.0 ** -math.inf, attempt(lambda: (-0.0) ** -math.inf), attempt(lambda: 0.0 ** -1), int(memoryview(b'123')[1:]), float(memoryview(b'1.5')))
class Long:
    def __len__(self): return 2 ** 31 - 1
print(len(Long()), types.GeneratorType[int, str, None], types.CoroutineType[int, int, int], types.AsyncGeneratorType[int, None])
star = next(iter(tuple[int, ...]))
print(star, copy.deepcopy(star) == star, pickle.loads(pickle.dumps(tuple[star, str])) == tuple[star, str], copy.copy(list[int]) == list[int], set(dir(list)) <= set(dir(list[int])), '__origin__' in dir(list[int]))
print(False / -1, 0 / -3, 0 / 3, attempt(lambda: int('ab', 2 ** 64)), attempt(lambda: int('7', -2 ** 70)))
class BadText(list):
    def __repr__(self): return 5
print(attempt(lambda: str(BadText())), attempt(lambda: repr(BadText())))
p = [3, 1, 2]
print(attempt(lambda: p.__setitem__(slice(None), 5)), attempt(lambda: p.__setitem__(slice(None), int | str)), attempt(lambda: type('T', (type,), {'__slots__': ('n', '__dict__')})))
import collections.abc
class S(collections.abc.Sized): pass
print([k for k in vars(S) if 'abc' in k])
