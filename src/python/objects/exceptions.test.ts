import { expect, test } from 'vitest';
import { lines } from '../modules/run.fixture.ts';

test('the text of an exception is its one argument, or all of them', () => {
  expect(
    lines(
      "for e in (ValueError(), ValueError('a'), ValueError('a', 1), KeyError('k'), KeyError(1, 2)): print(repr(str(e)), repr(e))",
    ),
  ).toEqual([
    "'' ValueError()",
    "'a' ValueError('a')",
    "\"('a', 1)\" ValueError('a', 1)",
    "\"'k'\" KeyError('k')",
    "'(1, 2)' KeyError(1, 2)",
  ]);
});

test('an errno chooses the class of an OSError', () => {
  expect(lines("e = OSError(2, 'No such file', 'f')\nprint(type(e).__name__, e, e.args, e.filename)")).toEqual([
    "FileNotFoundError [Errno 2] No such file: 'f' (2, 'No such file') f",
  ]);
});

test('setting a cause suppresses the context', () => {
  expect(lines('e = ValueError()\ne.__cause__ = KeyError()\nprint(e.__suppress_context__, repr(e.__cause__))')).toEqual(
    ['True KeyError()'],
  );
});

test('a group of plain exceptions is an ExceptionGroup, whatever was asked for', () => {
  expect(
    lines(
      "print(type(BaseExceptionGroup('x', [ValueError()])).__name__, ExceptionGroup('m', [ValueError(), KeyError()]))",
    ),
  ).toEqual(['ExceptionGroup m (2 sub-exceptions)']);
});

test('what groups refuse is told in the words of CPython', () => {
  const program = `for make in (lambda: ExceptionGroup('x', []), lambda: ExceptionGroup('x', [1]), lambda: ExceptionGroup('x', [KeyboardInterrupt()])):
    try: make()
    except Exception as e: print(type(e).__name__, e)`;
  expect(lines(program)).toEqual([
    'ValueError second argument (exceptions) must be a non-empty sequence',
    'ValueError Item 0 of second argument (exceptions) is not an exception',
    'TypeError Cannot nest BaseExceptions in an ExceptionGroup',
  ]);
});

test('split keeps the tree, and derive makes the parts', () => {
  const program = `class G(ExceptionGroup):
    def derive(self, excs): return G(self.message, excs)
g = G('top', [ValueError(1), G('mid', [KeyError(2), ValueError(3)])])
g.add_note('n')
m, r = g.split(ValueError)
print(repr(m), repr(r), m.__notes__)`;
  expect(lines(program)).toEqual([
    "G('top', [ValueError(1), G('mid', [ValueError(3)])]) G('top', [G('mid', [KeyError(2)])]) ['n']",
  ]);
});

test('except* puts what is left and what is new into one group', () => {
  const program = `try:
    try: raise ExceptionGroup('g', [ValueError(1), KeyError(2), OSError(3)])
    except* ValueError: raise RuntimeError('new')
    except* KeyError: raise
except ExceptionGroup as e: print(repr(e))
try: raise KeyboardInterrupt
except* KeyboardInterrupt as e: print(repr(e))`;
  expect(lines(program)).toEqual([
    "ExceptionGroup('', [RuntimeError('new'), ExceptionGroup('g', [KeyError(2), OSError(3)])])",
    "BaseExceptionGroup('', (KeyboardInterrupt(),))",
  ]);
});
