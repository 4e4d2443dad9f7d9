/**
 * The Python value of a literal. py-ast gives a float the same JavaScript number as an int, bytes the
 * same string as str, and `...` the string '...': the text the node was made from tells them apart.
 */
import { Ellipsis, PyBytes, PyComplex, PyFloat, type Value } from '../objects/value.ts';
import type { Source } from './source.ts';
import type { ExpressionOf } from './tree.ts';

export type ConstantNode = ExpressionOf<'Constant'>;

export function constantValue(source: Source, node: ConstantNode): Value {
  const value: unknown = node.value;
  switch (typeof value) {
    case 'string':
      return stringValue(node, value);
    case 'number':
      return isFloatLiteral(source, node) ? new PyFloat(value) : value;
    case 'bigint':
    case 'boolean':
      return value;
    case 'object':
      return value !== null && 'imag' in value ? new PyComplex(0, Number(value.imag)) : null;
    default:
      return null;
  }
}

/** The text of a str literal, or null for anything else. */
export function stringLiteral(node: ConstantNode): string | null {
  const value = typeof node.value === 'string' ? stringValue(node, node.value) : null;
  return typeof value === 'string' ? value : null;
}

function stringValue(node: ConstantNode, value: string): Value {
  const style = node.quote_style;
  if (style !== undefined) return /^[a-z]*b/i.test(style) ? bytesOf(value) : value;
  // Parts of f-strings have no quote style either, so the text has to decide.
  return value === '...' && node.end_col_offset === node.col_offset + 3 && !insideFString.has(node) ? Ellipsis : value;
}


/** Constants which are the literal parts of f-strings; filled by `markLiteralParts`. */
const insideFString = new WeakSet<ConstantNode>();

/** Must be called for the values of a JoinedStr or TemplateStr before their constants are read. */
export function markLiteralParts(values: readonly { readonly nodeType: string }[]): void {
  for (const value of values) if (isConstant(value) && value.value === '...') insideFString.add(value);
}

function isConstant(node: { readonly nodeType: string }): node is ConstantNode {
  return node.nodeType === 'Constant';
}

function isFloatLiteral(source: Source, node: ConstantNode): boolean {
  const text = source.slice(node);
  return /[.eE]/.test(text) && !/^0[xX]/.test(text);
}

function bytesOf(text: string): PyBytes {
  return new PyBytes(Uint8Array.from(text, (char) => char.charCodeAt(0)));
}
