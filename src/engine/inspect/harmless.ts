/** Whether evaluating an expression can change nothing, as far as its text tells; code of the program's own may still hide behind a name. */
import { parseExpression } from '../../python/syntax/parse.ts';
import type { Expression } from '../../python/syntax/tree.ts';

/** Built-in functions that only read one argument, which is no iterator for them. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  'abs bool callable float hash id int isinstance issubclass len repr round str type'.split(' '),
);
/** Methods of built-in types and of asyncio's that only read. */
const METHODS: ReadonlySet<string> = new Set(
  `cancelled cancelling count done empty endswith full get_coro get_name is_set isdigit items keys locked lower qsize startswith strip
  upper values when`.split(/\s+/),
);

export function isHarmless(text: string): boolean {
  const parsed = parseExpression(text, '<condition>');
  return parsed.ok && reads(parsed.tree);
}

function reads(node: Expression | null): boolean {
  switch (node?.nodeType) {
    case undefined:
    case 'Constant':
    case 'Name':
      return true;
    case 'BoolOp':
    case 'JoinedStr':
      return node.values.every(reads);
    case 'BinOp':
      return reads(node.left) && reads(node.right);
    case 'UnaryOp':
      return reads(node.operand);
    case 'IfExp':
      return reads(node.test) && reads(node.body) && reads(node.orelse);
    case 'Dict':
      return node.keys.every(reads) && node.values.every(reads);
    case 'Set':
    case 'List':
    case 'Tuple':
      return node.elts.every(reads);
    case 'Compare':
      return comparisonReads(node);
    case 'Call':
      return callReads(node);
    case 'FormattedValue':
      return reads(node.value) && reads(node.format_spec);
    case 'Attribute':
      return reads(node.value);
    case 'Subscript':
      return reads(node.value) && reads(node.slice);
    case 'Slice':
      return reads(node.lower) && reads(node.upper) && reads(node.step);
    default:
      return false;
  }
}

/** `x in it` takes from an iterator: only of a display is it known that it is none. */
function comparisonReads({ comparators, left, ops }: Extract<Expression, { readonly nodeType: 'Compare' }>): boolean {
  const isKnown = ops.every(
    (op, index) =>
      (op !== 'In' && op !== 'NotIn') ||
      ['Constant', 'Dict', 'List', 'Set', 'Tuple'].includes(comparators[index]?.nodeType ?? ''),
  );
  return isKnown && reads(left) && comparators.every(reads);
}

function callReads({ args, func, keywords }: Extract<Expression, { readonly nodeType: 'Call' }>): boolean {
  if (keywords.length > 0 || !args.every(reads)) return false;
  if (func.nodeType === 'Name') return FUNCTIONS.has(func.id);
  return func.nodeType === 'Attribute' && METHODS.has(func.attr) && reads(func.value);
}
