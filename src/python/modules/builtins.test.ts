import { expect, test } from 'vitest';
import { lines, runPython } from './run.fixture.ts';

const shown = (...expressions: readonly string[]) =>
  lines(expressions.map((expression) => `print(${expression})`).join('\n'));

/** The last line of the traceback. */
const error = (expression: string) => runPython(expression).stderr.trimEnd().split('\n').at(-1);

test('sum adds floats with compensation', () => {
  expect(shown('sum([0.1] * 10)', 'sum([1e100, 1.0, -1e100])', 'sum([True, 1.5])', 'sum([[1], [2]], [])')).toEqual([
    '1.0',
    '1.0',
    '2.5',
    '[1, 2]',
  ]);
});

test('min and max return the first of equals, and a default only for nothing', () => {
  expect(shown("max(['a', 'B', 'b'], key=str.lower)", 'max([], default=None)', 'min([None])', 'max(1, True)')).toEqual([
    'B',
    'None',
    'None',
    '1',
  ]);
});

test('complaints about arguments are worded as in C', () => {
  expect(error('next()')).toBe('TypeError: next expected at least 1 argument, got 0');
  expect(error('len(1, 2)')).toBe('TypeError: len() takes exactly one argument (2 given)');
  expect(error('pow(2)')).toBe("TypeError: pow() missing required argument 'exp' (pos 2)");
  expect(error('print(1, ends=2)')).toBe(
    "TypeError: print() got an unexpected keyword argument 'ends'. Did you mean 'end'?",
  );
  expect(error('max(1, 2, default=3)')).toBe(
    'TypeError: Cannot specify a default for max() with multiple positional arguments',
  );
});

test('exec and eval work on the namespaces they are given', () => {
  const program = "ns = {'k': 3}\nexec('def f(n): return n * k', ns)\nprint(ns['f'](5), eval('a + k', ns, {'a': 1}))";
  expect(lines(program)).toEqual(['15 4']);
});

test('exec in a function sees a snapshot of its variables', () => {
  expect(
    lines("def f():\n    v = 1\n    exec('v = 2')\n    return v, eval('v + 10'), sorted(locals())\nprint(f())"),
  ).toEqual(["(1, 11, ['v'])"]);
});

test('print writes to what sys.stdout is', () => {
  const program =
    "import sys, io\nold = sys.stdout\nsys.stdout = io.StringIO()\nprint('a', 1, sep='-', end='!')\ntext = sys.stdout.getvalue()\nsys.stdout = old\nprint(text)";
  expect(lines(program)).toEqual(['a-1!']);
});

test('a file that is not there cannot be opened, and a mode must be one', () => {
  expect(error("open('x')")).toBe("FileNotFoundError: [Errno 2] No such file or directory: 'x'");
  expect(error("open('x', 'q')")).toBe("ValueError: invalid mode: 'q'");
});
