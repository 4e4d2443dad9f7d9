import { expect, test } from 'vitest';
import { emptyTuple } from '../objects/value.ts';
import { Code } from './code.ts';
import { compileText } from './compile.ts';
import { packCode, unpackCode } from './pack.ts';

const TEXT = `def f(a, b=(), *, c=(1, 'x', ()), d=1.5, e=-0.0, g=2j, h=10**30, i=b'z', j=...):
    return a in {1, 2} or (), ((), 'k')
`;

function constantsOf(code: Code): unknown[] {
  return code.constants.flatMap((value) => (value instanceof Code ? constantsOf(value) : [value]));
}

test('unpacked code is the same code, and has the same empty tuple: what a run costs must not depend on a cache', () => {
  const compiled = compileText(TEXT, { filename: 'x.py', mode: 'exec', recordLines: false });
  if (!compiled.ok) throw new Error(compiled.error.message);
  const unpacked = unpackCode(JSON.parse(JSON.stringify(packCode(compiled.code))));
  expect(packCode(unpacked)).toEqual(packCode(compiled.code));
  const empty = (code: Code) => constantsOf(code).filter((value) => value === emptyTuple).length;
  expect(empty(unpacked)).toBe(empty(compiled.code));
  expect(empty(unpacked)).toBeGreaterThan(0);
});
