import { expect, test } from 'vitest';
import { lines, runPython } from './run.fixture.ts';

test('time passes only by sleeping, and starts at the epoch', () => {
  expect(
    lines(
      "import time\ntime.sleep(1.5)\nprint(time.time(), time.monotonic_ns(), time.strftime('%Y-%m-%d %H:%M:%S', time.gmtime()))",
    ),
  ).toEqual(['1.5 1500000000 1970-01-01 00:00:01']);
});

test('broken-down time knows weeks, leap years and carrying over', () => {
  const program = `import time
t = time.gmtime(1709164800)
print(t.tm_yday, t.tm_wday, time.strftime('%G-W%V-%u %j %U', t), time.mktime((2024, 14, 1, 0, 0, 0, 0, 0, 0)))`;
  expect(lines(program)).toEqual(['60 3 2024-W09-4 060 08 1738368000.0']);
});

test('sys names a CPython 3.14 on Linux', () => {
  expect(
    lines(
      'import sys\nprint(sys.version_info[:2], sys.platform, sys.version_info >= (3, 11), sys.flags.optimize, sys.maxsize == 2**63 - 1)',
    ),
  ).toEqual(['(3, 14) linux True 0 True']);
});

test('a registered class is a virtual subclass, and a negative answer is asked again after registering', () => {
  const program = `from abc import ABC
class A(ABC): pass
class B: pass
print(issubclass(B, A), A.register(B) is B, issubclass(B, A), isinstance(B(), A))`;
  expect(lines(program)).toEqual(['False True True True']);
});

test('type parameters are worked out when they are asked for', () => {
  const program = `class C[T: Later, *Ts, **P]: pass
class Later: pass
type Alias[T] = list[T]
print(C.__type_params__, C.__type_params__[0].__bound__.__name__, Alias[int], Alias.__value__)`;
  expect(lines(program)).toEqual(['(T, Ts, P) Later Alias[int] list[T]']);
});

test("a tree of syntax is CPython's", () => {
  expect(
    lines(
      "import ast\nprint(ast.dump(ast.parse('x = f(*a)')))\nprint(ast.literal_eval('{1: [2.5, None]}'), ast.unparse(ast.parse('if a: b')))",
    ),
  ).toEqual([
    "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], value=Call(func=Name(id='f', ctx=Load()), args=[Starred(value=Name(id='a', ctx=Load()), ctx=Load())]))])",
    '{1: [2.5, None]} if a:',
    '    b',
  ]);
});

test('streams in memory read and write where they stand', () => {
  const program = `import io
s = io.StringIO('a\\nbc\\n'); s.seek(2); s.write('X'); print(repr(s.getvalue()), s.readline() == 'c\\n', s.tell())
b = io.BytesIO(b'ab\\ncd'); print(b.readline(), b.read(1), b.truncate(), b.getvalue())`;
  expect(lines(program)).toEqual(["'a\\nXc\\n' True 5", "b'ab\\n' b'c' 4 b'ab\\nc'"]);
});

test('a warning is shown once for each line, and deprecations only in the main program', () => {
  const program = "import warnings\nfor i in range(2):\n    warnings.warn('old', DeprecationWarning)\n";
  expect(runPython(program).stderr).toBe(
    "main.py:3: DeprecationWarning: old\n  warnings.warn('old', DeprecationWarning)\n",
  );
});

test('warnings can be caught and turned into exceptions', () => {
  const program = `import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    warnings.warn('x')
print([(str(w.message), w.category.__name__) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('y', RuntimeWarning)
    except RuntimeWarning as e: print(repr(e))`;
  expect(lines(program)).toEqual(["[('x', 'UserWarning')]", "RuntimeWarning('y')"]);
});

test('the stand-in of inspect gives signatures, sources and kinds', () => {
  const program = `import inspect
def f(a: int, /, b=2, *c, d='q', **e) -> None:
    """Doc."""
    return a
print(inspect.signature(f), inspect.signature(f).bind(1, d=5).arguments, inspect.getdoc(f))
print(inspect.getsource(f).splitlines()[-1])
async def g(): pass
print(inspect.iscoroutinefunction(g), inspect.isfunction(f), inspect.getfullargspec(f).kwonlydefaults)`;
  expect(lines(program)).toEqual([
    "(a: int, /, b=2, *c, d='q', **e) -> None {'a': 1, 'd': 5} Doc.",
    '    return a',
    "True True {'d': 'q'}",
  ]);
});
