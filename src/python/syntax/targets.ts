/** Expressions that are assigned to or deleted. CPython: Grammar/python.gram, "star_targets"; Parser/pegen.c, _PyPegen_get_invalid_target */
import type { Parser } from './parser.ts';
import type { Context, Expression } from './tree.ts';

/** Gives the expression its context; null when all of it can be a target, else the part that cannot. */
export function invalidTarget(node: Expression, isDeletion = false): Expression | null {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      return null;
    case 'Starred':
      return isDeletion ? node : invalidTarget(node.value);
    case 'Tuple':
    case 'List':
      for (const element of node.elts) {
        const invalid = invalidTarget(element, isDeletion);
        if (invalid !== null) return invalid;
      }
      return null;
    default:
      return node;
  }
}

/** The node, which `invalidTarget` has found to be in order, as a target. */
export function asTarget(node: Expression, ctx: Context): Expression {
  switch (node.nodeType) {
    case 'Tuple':
    case 'List':
      for (const element of node.elts) asTarget(element, ctx);
      node.ctx = ctx;
      return node;
    case 'Starred':
      asTarget(node.value, ctx);
      node.ctx = ctx;
      return node;
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = ctx;
      return node;
    default:
      return node;
  }
}

/** star_targets before `in`. */
export function forTarget(p: Parser): Expression {
  const start = p.token;
  const first = element(p);
  let target = first;
  if (p.at(',')) {
    const elts = [first];
    while (p.take(',')) {
      if (p.at('in') || p.at('=')) break;
      elts.push(element(p));
    }
    target = { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Store' };
  }
  return checked(p, target);
}

function element(p: Parser): Expression {
  const start = p.token;
  const isStarred = p.take('*');
  const value = p.isExplaining ? p.grammar.bitwiseOr(p) : p.grammar.primary(p);
  return isStarred ? { nodeType: 'Starred', ...p.from(start), value, ctx: 'Store' } : value;
}

function checked(p: Parser, target: Expression): Expression {
  const invalid = invalidTarget(target);
  if (invalid === null) return asTarget(target, 'Store');
  return p.isExplaining ? p.reject(`cannot assign to ${describe(invalid)}`, invalid) : p.fail();
}

const DESCRIPTIONS: Readonly<Record<Expression['nodeType'], string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  TemplateStr: 't-string expression',
  Interpolation: 't-string expression',
  Constant: 'literal',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
  Slice: 'slice',
};

/** CPython: Parser/pegen.c, _PyPegen_get_expr_name */
export function describe(node: Expression): string {
  if (node.nodeType !== 'Constant') return DESCRIPTIONS[node.nodeType];
  const { value } = node;
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' && value.cls.name === 'ellipsis' ? 'ellipsis' : 'literal';
}
