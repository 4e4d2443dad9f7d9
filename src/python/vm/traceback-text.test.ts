import { expect, test } from 'vitest';
import { runPython } from '../modules/run.fixture.ts';

const traceback = (...source: readonly string[]) => runPython(source.join('\n')).stderr;

test('the operator, the brackets of a call or a subscript are marked', () => {
  expect(traceback("x = {'a': None}", "y = x['a']['b'] + 1")).toBe(`Traceback (most recent call last):
  File "main.py", line 2, in <module>
    y = x['a']['b'] + 1
        ~~~~~~^^^^^
TypeError: 'NoneType' object is not subscriptable
`);
  expect(traceback('a = 1', "print(a + 'b')")).toContain("    print(a + 'b')\n          ~~^~~~~\n");
});

test('a line that is at fault as a whole is not marked', () => {
  expect(traceback('def f():', '    raise ValueError', 'f()')).toBe(`Traceback (most recent call last):
  File "main.py", line 3, in <module>
    f()
    ~^^
  File "main.py", line 2, in f
    raise ValueError
ValueError
`);
});

test('of a long statement the middle is left out', () => {
  const items = Array.from({ length: 6 }, (_, index) => `  ${index},`);
  expect(traceback('f = None', 'f(', ...items, ')')).toContain(
    '    f(\n    ~^\n      0,\n      ^^\n    ...<4 lines>...\n      5,\n      ^^\n    )\n    ^\n',
  );
});

test('the same line of a recursion is shown three times', () => {
  expect(traceback('def f(n):', '    if n == 0: 1 / 0', '    f(n - 1)', 'f(9)')).toContain(
    '  [Previous line repeated 6 more times]\n',
  );
});

test('causes and contexts come first', () => {
  const text = traceback('try:', '    1 / 0', 'except ZeroDivisionError as e:', "    raise ValueError('x') from e");
  expect(text).toContain(
    'ZeroDivisionError: division by zero\n\nThe above exception was the direct cause of the following exception:\n\nTraceback',
  );
  expect(text.endsWith('ValueError: x\n')).toBe(true);
});

test('groups are drawn as a tree', () => {
  expect(
    traceback("raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('in', [KeyError('k')])])"),
  ).toBe(`  + Exception Group Traceback (most recent call last):
  |   File "main.py", line 1, in <module>
  |     raise ExceptionGroup('g', [ValueError(1), ExceptionGroup('in', [KeyError('k')])])
  | ExceptionGroup: g (2 sub-exceptions)
  +-+---------------- 1 ----------------
    | ValueError: 1
    +---------------- 2 ----------------
    | ExceptionGroup: in (1 sub-exception)
    +-+---------------- 1 ----------------
      | KeyError: 'k'
      +------------------------------------
`);
});

test('a misspelt name is answered with the nearest one', () => {
  expect(traceback('counter = 1', 'print(countr)')).toContain(
    "NameError: name 'countr' is not defined. Did you mean: 'counter'?\n",
  );
  expect(traceback("''.strp()")).toContain(
    "AttributeError: 'str' object has no attribute 'strp'. Did you mean: 'strip'?\n",
  );
  expect(traceback('math.pi')).toContain("NameError: name 'math' is not defined. Did you forget to import 'math'?\n");
  expect(traceback('from math import sqr')).toContain(
    "cannot import name 'sqr' from 'math' (unknown location). Did you mean: 'sqrt'?\n",
  );
});

test('notes follow, and a class is named with its module', () => {
  const program = [
    'import json',
    'class Odd(Exception):',
    '    def __str__(self): raise RuntimeError',
    'e = Odd()',
    "e.add_note('one\\ntwo')",
    'raise e',
  ];
  expect(traceback(...program).endsWith('Odd: <exception str() failed>\none\ntwo\n')).toBe(true);
  expect(traceback('import decimal', "decimal.Decimal('x')")).toContain('decimal.InvalidOperation: ');
});
