import { expect, test } from 'vitest';
import { bodyOf, codeOf, find, listing } from './code.fixture.ts';
import { CodeFlag } from './code.ts';
import { compileText } from './compile.ts';
import * as Op from './op.ts';

test('a method call loads function and self in one', () => {
  expect(bodyOf('return a.b(c, k=1)')).toEqual([
    'LOAD_FAST a',
    'LOAD_METHOD b',
    'LOAD_FAST c',
    'LOAD_CONST 1',
    'LOAD_CONST ("k",)',
    'CALL_KW 2',
    'RETURN_VALUE',
  ]);
});

test('a plain call has a null in place of self', () => {
  expect(bodyOf('return a(*b, c, **c)')).toEqual([
    'LOAD_FAST a',
    'PUSH_NULL',
    'BUILD_LIST 0',
    'LOAD_FAST b',
    'LIST_EXTEND 1',
    'LOAD_FAST c',
    'LIST_APPEND 1',
    'LIST_TO_TUPLE',
    'BUILD_MAP 0',
    'LOAD_FAST c',
    'DICT_MERGE 1',
    'CALL_EX 1',
    'RETURN_VALUE',
  ]);
});

test('await is one instruction that repeats itself', () => {
  expect(bodyOf('await a')).toEqual([
    'LOAD_FAST a',
    'GET_AWAITABLE 0',
    'LOAD_CONST None',
    'YIELD_FROM',
    'POP_TOP',
    'LOAD_CONST None',
    'RETURN_VALUE',
  ]);
});

test('what an except clause raises restores the exception that was being handled', () => {
  expect(bodyOf('try:\n  a()\nexcept E as e:\n  b()')).toEqual([
    'LOAD_FAST a',
    'PUSH_NULL',
    'CALL 0',
    'POP_TOP',
    'JUMP -> 54',
    'PUSH_EXC_INFO',
    'LOAD_GLOBAL E',
    'CHECK_EXC_MATCH',
    'POP_JUMP_IF_FALSE -> 46',
    'STORE_FAST e',
    'LOAD_FAST b',
    'PUSH_NULL',
    'CALL 0',
    'POP_TOP',
    'POP_EXCEPT',
    'LOAD_CONST None',
    'STORE_FAST e',
    'DELETE_FAST e',
    'JUMP -> 54',
    'LOAD_CONST None',
    'STORE_FAST e',
    'DELETE_FAST e',
    'RERAISE',
    'RERAISE',
    'SWAP 2',
    'POP_EXCEPT',
    'RERAISE',
    'LOAD_CONST None',
    'RETURN_VALUE',
    '0..8 -> 10 depth 0',
    '12..20 -> 48 depth 1',
    '20..28 -> 38 depth 1',
    '38..48 -> 48 depth 1',
  ]);
});

test('return in try runs the final body with the value kept on the stack', () => {
  const code = bodyOf('try:\n  return a()\nfinally:\n  b');
  expect(code.slice(0, 6)).toEqual(['LOAD_FAST a', 'PUSH_NULL', 'CALL 0', 'LOAD_FAST b', 'POP_TOP', 'RETURN_VALUE']);
  expect(code.at(-2)).toBe('0..6 -> 12 depth 0');
});

test('the exit of a with statement is called with three Nones, or asked about the exception', () => {
  expect(bodyOf('with a as b: c')).toEqual([
    'LOAD_FAST a',
    'BEFORE_WITH',
    'STORE_FAST b',
    'LOAD_FAST c',
    'POP_TOP',
    'PUSH_NULL',
    'LOAD_CONST None',
    'LOAD_CONST None',
    'LOAD_CONST None',
    'CALL 3',
    'POP_TOP',
    'JUMP -> 46',
    'PUSH_EXC_INFO',
    'WITH_EXCEPT_START',
    'POP_JUMP_IF_TRUE -> 32',
    'RERAISE',
    'POP_TOP',
    'POP_EXCEPT',
    'POP_TOP',
    'JUMP -> 46',
    'SWAP 2',
    'POP_EXCEPT',
    'RERAISE',
    'LOAD_CONST None',
    'RETURN_VALUE',
    '4..10 -> 24 depth 1',
    '26..34 -> 40 depth 2',
  ]);
});

test('a comprehension is made in place, with variables of its own', () => {
  const code = find(codeOf('def f(x):\n  return [x for x in x]'), 'f');
  expect(code.slotNames).toEqual(['x', 'x']);
  expect(listing(code)).toEqual([
    'LOAD_FAST x',
    'GET_ITER',
    'BUILD_LIST 0',
    'SWAP 2',
    'FOR_ITER -> 18',
    'STORE_FAST x',
    'LOAD_FAST x',
    'LIST_APPEND 2',
    'JUMP_BACKWARD -> 8',
    'LOAD_CONST None',
    'STORE_FAST x',
    'DELETE_FAST x',
    'RETURN_VALUE',
  ]);
  expect([code.ops[1], code.ops[11], code.ops[13]]).toEqual([0, 1, 1]);
});

test('a captured variable of a comprehension is a new cell each time', () => {
  const code = codeOf('fs = [lambda: i for i in x]');
  expect(listing(code).slice(0, 4)).toEqual(['LOAD_NAME x', 'GET_ITER', 'MAKE_CELL i', 'BUILD_LIST 0']);
  expect(find(code, '<lambda>').freeNames).toEqual(['i']);
});

test('a walrus in a comprehension binds around it', () => {
  const code = find(codeOf('def f(a):\n  [y := x for x in a]\n  return y'), 'f');
  expect(code.slotNames).toEqual(['a', 'y', 'x']);
});

test('a captured parameter keeps its slot', () => {
  const code = find(codeOf('def f(a, b):\n  c = 1\n  return lambda: (b, c)'), 'f');
  expect(code.slotNames).toEqual(['a', 'b', 'c']);
  expect(listing(code).slice(0, 2)).toEqual(['MAKE_CELL b', 'MAKE_CELL c']);
});

test('a class gets its cells only when something needs them', () => {
  expect(codeOf('class A: x = 1').constants).toHaveLength(3);
  const body = find(codeOf('class A:\n  def f(self): return super().f'), 'A');
  expect(body.cellNames).toEqual(['__class__']);
  expect(listing(body).slice(-4)).toEqual([
    'LOAD_CLOSURE __class__',
    'COPY 1',
    'STORE_NAME __classcell__',
    'RETURN_VALUE',
  ]);
});

test('private names are mangled', () => {
  const code = codeOf('class _A:\n  def f(self, __b):\n    self.__c = __b.__d__');
  expect(find(code, '_A.f').slotNames).toEqual(['self', '_A__b']);
  expect(find(code, '_A.f').names).toEqual(['__d__', '_A__c']);
});

test('annotations are computed by a function of their own', () => {
  const code = codeOf('def f(a: int, *b: c) -> d: pass');
  expect(listing(find(code, '__annotate__')).slice(6)).toEqual([
    'LOAD_CONST "a"',
    'LOAD_GLOBAL int',
    'LOAD_CONST "b"',
    'LOAD_GLOBAL c',
    'LOAD_CONST "return"',
    'LOAD_GLOBAL d',
    'BUILD_MAP 3',
    'RETURN_VALUE',
  ]);
});

test('with the future statement annotations are texts', () => {
  const code = codeOf('from __future__ import annotations\ndef f(a: int |\n  str): pass');
  expect(find(code, '__annotate__').constants).toContain('int | str');
  expect(code.flags & CodeFlag.future_annotations).not.toBe(0);
});

test('a docstring loses the indentation its lines share', () => {
  expect(find(codeOf('def f():\n  """One.\n\n    two\n      three\n  """'), 'f').docstring).toBe(
    'One.\n\ntwo\n  three\n',
  );
});

test('flags say what kind of function it is', () => {
  const kinds = [
    'def f(): yield',
    'async def f(): pass',
    'async def f(): yield',
    'f = (x for x in y)',
    'async def f(): (x async for x in y)',
  ];
  const names = ['f', 'f', 'f', '<genexpr>', 'f.<locals>.<genexpr>'];
  const expected = [
    CodeFlag.generator,
    CodeFlag.coroutine,
    CodeFlag.asyncGenerator,
    CodeFlag.generator,
    CodeFlag.asyncGenerator,
  ];
  const mask = CodeFlag.generator | CodeFlag.coroutine | CodeFlag.asyncGenerator;
  expect(kinds.map((text, index) => find(codeOf(text), names[index] ?? '').flags & mask)).toEqual(expected);
});

test('every instruction knows its place, in code points', () => {
  const code = codeOf("s = '\u{1f600}'; t = a.b + c");
  const at = code.ops.indexOf(Op.BINARY_OP, 0);
  expect([...code.positions.subarray(at * 2, at * 2 + 4)]).toEqual([1, 1, 13, 20]);
});

test('lines are recorded once a statement, and at the head of a loop in each round', () => {
  const lines = listing(codeOf('for x in y:\n  if x:\n    continue\n  z\nw', true)).filter((line) =>
    /^(LINE|JUMP|FOR)/.test(line),
  );
  expect(lines).toEqual([
    'LINE 1',
    'FOR_ITER -> 32',
    'LINE 2',
    'LINE 3',
    'LINE 1',
    'JUMP_BACKWARD -> 6',
    'LINE 4',
    'LINE 1',
    'JUMP_BACKWARD -> 6',
    'LINE 5',
  ]);
});

test('what can be computed beforehand is', () => {
  expect(bodyOf('return -1, 2 * 30, (None, "a" "b"), 1 << 62')).toEqual([
    'LOAD_CONST (-1, 60, (None, "ab"), 4611686018427387904)',
    'RETURN_VALUE',
  ]);
  expect(bodyOf('while True: break\nif 0: a')).toEqual(['LOAD_CONST None', 'RETURN_VALUE']);
});

test('an expression is compiled for eval, and nothing but one', () => {
  const options = { filename: 'f.py', mode: 'eval', recordLines: false } as const;
  const result = compileText(' 1 + a\n', options);
  expect(result.ok && listing(result.code)).toEqual(['LOAD_CONST 1', 'LOAD_NAME a', 'BINARY_OP add', 'RETURN_VALUE']);
  expect(compileText('a = 1', options)).toMatchObject({ ok: false, error: { message: 'invalid syntax', column: 3 } });
});
