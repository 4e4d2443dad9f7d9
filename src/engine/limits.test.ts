import { expect, test } from 'vitest';
import { runHeadlessNow } from './headless.ts';
import { HEADLESS_LIMITS } from './program.ts';

// The rules M1 to M4 of python/RULES.md.
const limits = { ...HEADLESS_LIMITS, instructionsMax: 20_000_000 };

const ending = (main: string) => runHeadlessNow({ files: { 'main.py': main }, limits });

test('M1: what no computer has memory for is a MemoryError that can be caught', () => {
  const text = "for f in (lambda: [0] * 10**12, lambda: 'a' * 10**12, lambda: list(range(10**12))):\n";
  expect(ending(`${text}  try: f()\n  except MemoryError: print('caught')\n`).stdout).toBe('caught\n'.repeat(3));
});

test('M1: one object that is too large ends the run by its name', () => {
  expect(ending('x = [0] * 10**9').ending).toMatchObject({ kind: 'limit', limit: 'memory' });
});

test('M3: a native loop over an infinite iterator ends as too many instructions', () => {
  expect(ending('import itertools\nmax(itertools.repeat(1))').ending).toMatchObject({
    kind: 'limit',
    limit: 'instructions',
  });
});

test('M4: recursion through native code is a RecursionError that can be caught', () => {
  const text =
    'class A:\n  def __repr__(self): return repr(self)\ntry: repr(A())\nexcept RecursionError: print("caught")\n';
  const nested = 'x = []\nfor _ in range(100000): x = [x]\ntry: repr(x)\nexcept RecursionError: print("deep")\n';
  expect(ending(text + nested).stdout).toBe('caught\ndeep\n');
});
