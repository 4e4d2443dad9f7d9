/**
 * The SyntaxWarnings that CPython's compiler gives for what a tree says. CPython: Python/codegen.c (check_compare, check_caller,
 * check_subscripter, check_index, codegen_assert) and Python/ast_preprocess.c (control flow out of `finally`).
 */

import { PyBytes, PyComplex, PyFloat, PyObject, type Value } from '../objects/value.ts';
import type { Remark } from '../syntax/remark.ts';
import type { Expression, ExpressionOf, Module, Range, Statement } from '../syntax/tree.ts';

const COMMA = 'perhaps you missed a comma?';

export function remarksOn(tree: Module | Expression): readonly Remark[] {
  const flow: Remark[] = [];
  const others: Remark[] = [];
  visit(tree, (node) => {
    if (node.nodeType === 'Try' || node.nodeType === 'TryStar') flow.push(...leavingFinally(node.finalbody));
    const remark = remarkOn(node);
    if (remark !== null) others.push(...remark);
  });
  return [...flow, ...others];
}

type Node = Expression | Statement;

/** Every node in the order of the text; on a stack of its own, because sums of a thousand terms nest as deep. */
function visit(tree: Node | Module, see: (node: Node) => void): void {
  const stack: unknown[] = [tree];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== 'object' || value === null || value instanceof PyObject) continue;
    if ('nodeType' in value) see(value as Node);
    const children: unknown[] = Array.isArray(value) ? value : Object.values(value);
    for (let i = children.length - 1; i >= 0; i--) if (typeof children[i] === 'object') stack.push(children[i]);
  }
}

function remarkOn(node: Node): readonly Remark[] | null {
  switch (node.nodeType) {
    case 'Compare':
      return comparisonRemark(node);
    case 'Call':
      return callRemark(node);
    case 'Subscript':
      return subscriptRemark(node);
    case 'Assert':
      if (!isFilledTuple(node.test)) return null;
      return [{ message: 'assertion is always true, perhaps remove parentheses?', at: node }];
    default:
      return null;
  }
}

function isFilledTuple(test: Expression): boolean {
  return test.nodeType === 'Tuple' && test.elts.length > 0;
}

function comparisonRemark(node: ExpressionOf<'Compare'>): readonly Remark[] | null {
  let left = node.left;
  for (const [index, operator] of node.ops.entries()) {
    const right = node.comparators[index] as Expression;
    if (operator === 'Is' || operator === 'IsNot') {
      const literal = [left, right].find(isComparedByValue);
      if (literal !== undefined) {
        const [word, better] = operator === 'Is' ? ['is', '=='] : ['is not', '!='];
        const message = `"${word}" with '${typeNameOf(literal) ?? ''}' literal. Did you mean "${better}"?`;
        return [{ message, at: node }];
      }
    }
    left = right;
  }
  return null;
}

/** CPython: check_is_arg. */
function isComparedByValue(node: Expression): boolean {
  if (node.nodeType === 'Tuple') return node.elts.every(isConstant);
  if (node.nodeType !== 'Constant') return false;
  const name = typeNameOf(node);
  return name !== 'NoneType' && name !== 'bool' && name !== 'ellipsis';
}

const isConstant = (node: Expression): boolean =>
  node.nodeType === 'Constant' || (node.nodeType === 'Tuple' && node.elts.every(isConstant));

const UNCALLABLE: ReadonlySet<string> = new Set(
  'Constant Tuple List ListComp Dict DictComp Set SetComp GeneratorExp JoinedStr TemplateStr'.split(' '),
);

function callRemark({ func }: ExpressionOf<'Call'>): readonly Remark[] | null {
  if (!UNCALLABLE.has(func.nodeType)) return null;
  return [{ message: `'${typeNameOf(func) ?? ''}' object is not callable; ${COMMA}`, at: func }];
}

const UNSUBSCRIPTABLE: ReadonlySet<string> = new Set(['Set', 'SetComp', 'GeneratorExp', 'TemplateStr', 'Lambda']);
const SUBSCRIPTABLE: ReadonlySet<string> = new Set(['Tuple', 'List', 'ListComp', 'JoinedStr']);

function subscriptRemark({ value, slice, ctx }: ExpressionOf<'Subscript'>): readonly Remark[] | null {
  if (ctx !== 'Load') return null;
  const holder = typeNameOf(value);
  const isText = value.nodeType === 'Constant' && (holder === 'str' || holder === 'bytes');
  if (UNSUBSCRIPTABLE.has(value.nodeType) || (value.nodeType === 'Constant' && !isText && holder !== 'tuple'))
    return [{ message: `'${holder ?? ''}' object is not subscriptable; ${COMMA}`, at: value }];
  const index = typeNameOf(slice);
  if (index === null || index === 'int' || index === 'bool' || slice.nodeType === 'Slice') return null;
  if (!isText && !SUBSCRIPTABLE.has(value.nodeType)) return null;
  return [{ message: `${holder ?? ''} indices must be integers or slices, not ${index}; ${COMMA}`, at: value }];
}

const TYPES: Readonly<Partial<Record<Expression['nodeType'], string>>> = {
  Tuple: 'tuple',
  List: 'list',
  ListComp: 'list',
  Dict: 'dict',
  DictComp: 'dict',
  Set: 'set',
  SetComp: 'set',
  GeneratorExp: 'generator',
  Lambda: 'function',
  JoinedStr: 'str',
  FormattedValue: 'str',
  TemplateStr: 'string.templatelib.Template',
  Interpolation: 'string.templatelib.Interpolation',
};

/** CPython: infer_type; null where nothing is known. */
function typeNameOf(node: Expression): string | null {
  return node.nodeType === 'Constant' ? constantType(node.value) : (TYPES[node.nodeType] ?? null);
}

function constantType(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number' || typeof value === 'bigint') return 'int';
  if (typeof value === 'string') return 'str';
  if (value instanceof PyFloat) return 'float';
  if (value instanceof PyComplex) return 'complex';
  return value instanceof PyBytes ? 'bytes' : value.cls.name;
}

/** `return`, `break` and `continue` in a `finally`; what stands in a loop there is passed over, as in CPython. */
function leavingFinally(body: readonly Statement[]): readonly Remark[] {
  return body.flatMap((node): readonly Remark[] => {
    if (node.nodeType === 'Return') return [leaves('return', node)];
    if (node.nodeType === 'Break') return [leaves('break', node)];
    if (node.nodeType === 'Continue') return [leaves('continue', node)];
    return blocksOf(node).flatMap(leavingFinally);
  });
}

function blocksOf(node: Statement): readonly (readonly Statement[])[] {
  if (node.nodeType === 'If') return [node.body, node.orelse];
  if (node.nodeType === 'With' || node.nodeType === 'AsyncWith') return [node.body];
  if (node.nodeType === 'For' || node.nodeType === 'AsyncFor' || node.nodeType === 'While') return [node.orelse];
  if (node.nodeType === 'Try' || node.nodeType === 'TryStar')
    return [node.body, ...node.handlers.map((handler) => handler.body), node.orelse];
  return node.nodeType === 'Match' ? node.cases.map((one) => one.body) : [];
}

function leaves(word: string, at: Range): Remark {
  return { message: `'${word}' in a 'finally' block`, at };
}
