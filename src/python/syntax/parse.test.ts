import { expect, test } from 'vitest';
import { PyBytes, PyComplex, PyFloat } from '../objects/value.ts';
import { parseExpression, parseModule } from './parse.ts';
import type { Expression } from './tree.ts';

function expression(text: string): Expression {
  const parsed = parseExpression(text, 'f.py');
  if (!parsed.ok) throw new Error(parsed.error.message);
  return parsed.tree;
}

function constant(text: string): unknown {
  const node = expression(text);
  return node.nodeType === 'Constant' ? node.value : node.nodeType;
}

test('ints are numbers while that is safe', () => {
  expect(['0x1F', '1_000', '0b11', '0o17', '9007199254740991', '9007199254740993'].map(constant)).toEqual([
    31,
    1000,
    3,
    15,
    9007199254740991,
    9007199254740993n,
  ]);
});

test('floats and complex numbers are objects', () => {
  expect(constant('1.0')).toEqual(new PyFloat(1));
  expect(constant('1e3')).toEqual(new PyFloat(1000));
  expect(constant('2.5j')).toEqual(new PyComplex(0, 2.5));
});

test('escapes are decoded, neighbours joined', () => {
  expect(
    constant(
      String.raw`'a\n\x41\u00e9\101\
' "b" r'\n'`.replace('\\\n', ''),
    ),
  ).toBe('a\nA\u00e9Ab\\n');
  expect(constant(String.raw`b'\xff\0' rb'\n'`)).toEqual(new PyBytes(Uint8Array.of(255, 0, 92, 110)));
});

test('an f-string holds texts and values', () => {
  expect(expression("f'a{{{x!r:>{w}}}}' 'b'")).toMatchObject({
    nodeType: 'JoinedStr',
    values: [
      { value: 'a{' },
      {
        nodeType: 'FormattedValue',
        conversion: 114,
        format_spec: { values: [{ value: '>' }, { nodeType: 'FormattedValue' }] },
      },
      { value: '}b' },
    ],
  });
});

test('an f-string can show its own text', () => {
  expect(expression("f'{ x = }'")).toMatchObject({ values: [{ value: ' x = ' }, { conversion: 114 }] });
  expect(expression("f'{x=:>5}'")).toMatchObject({ values: [{ value: 'x=' }, { conversion: -1 }] });
});

test('a t-string keeps the text of its values', () => {
  expect(expression("t'{ a + b !s}'")).toMatchObject({
    nodeType: 'TemplateStr',
    values: [{ str: 'a + b', conversion: 115 }],
  });
});

test('quotes may be used again inside an f-string', () => {
  expect(expression("f'{a['b']}'")).toMatchObject({ values: [{ value: { nodeType: 'Subscript' } }] });
});

test('soft keywords are names wherever they can be', () => {
  const parsed = parseModule('match = type\nmatch(x)\nmatch[x]: type = case\ntype(x)\n', 'f.py');
  expect(parsed.ok && parsed.tree.body.map((node) => node.nodeType)).toEqual(['Assign', 'Expr', 'AnnAssign', 'Expr']);
});

test('a node ends where its last token ends', () => {
  expect(expression('(a) + (b)')).toMatchObject({ col_offset: 0, end_col_offset: 9, left: { col_offset: 1 } });
});

test('operators bind as in Python', () => {
  expect(expression('-a ** b')).toMatchObject({ nodeType: 'UnaryOp', operand: { op: 'Pow' } });
  expect(expression('not a in b')).toMatchObject({ nodeType: 'UnaryOp', operand: { nodeType: 'Compare' } });
  expect(expression('a - b - c')).toMatchObject({ left: { op: 'Sub' } });
  expect(expression('a or b and c')).toMatchObject({ op: 'Or', values: [{}, { op: 'And' }] });
});
