/** `{value!r:format}` in f-strings and t-strings. CPython: Grammar/python.gram, "fstring_replacement_field" */
import { type Parser, span } from './parser.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression } from './tree.ts';

export interface FieldContext {
  readonly letter: 'f' | 't';
  readonly isRaw: boolean;
  readonly literalPart: (p: Parser, isRaw: boolean, hasDoubled: boolean) => Expression;
}

/** Adds the field, and before it the text of `{value=}`. */
export function replacementField(p: Parser, context: FieldContext, parts: Expression[]): void {
  const open = p.expect('{');
  if (p.mayExplain(EXPLAIN_FIELD)) explainValue(p, context);
  const value = p.grammar.valueExpression(p);
  const valueEnd = p.last.end;
  const equals = p.at('=') ? p.advance() : null;
  const conversion = conversionCode(p, context);
  const specAt = p.token;
  const format_spec = p.at(':') ? formatSpec(p, context) : null;
  if (!p.at('}')) missing(p, context, { equals, conversion, format_spec });
  p.advance();
  if (equals !== null) parts.push(selfText(p, open, conversion.at ?? specAt));
  const at = p.from(open);
  const code = conversion.code < 0 && equals !== null && format_spec === null ? REPR : conversion.code;
  if (context.letter === 'f') parts.push({ nodeType: 'FormattedValue', ...at, value, conversion: code, format_spec });
  else {
    const str = p.source.text.slice(open.end, valueEnd).trim();
    parts.push({ nodeType: 'Interpolation', ...at, value, str, conversion: code, format_spec });
  }
}

const REPR = 114;
/** The number of the rule, for `mayExplain`. */
const EXPLAIN_FIELD = 4;

/** The text between the bracket and what follows the `=`. */
function selfText(p: Parser, open: Token, next: Token): Expression {
  const value = p.source.text.slice(open.end, next.start);
  const { lineno, end_col_offset } = open;
  return {
    nodeType: 'Constant',
    lineno,
    col_offset: end_col_offset,
    end_lineno: next.lineno,
    end_col_offset: next.col_offset,
    value,
  };
}

interface Conversion {
  readonly code: number;
  readonly at: Token | null;
}

function conversionCode(p: Parser, { letter }: FieldContext): Conversion {
  if (!p.at('!')) return { code: -1, at: null };
  const at = p.advance();
  const { token } = p;
  if (token.kind !== Kind.name) {
    if (!p.isExplaining) return p.fail();
    const isMissing = p.at(':') || p.at('}');
    return p.reject(`${letter}-string: ${isMissing ? 'missing' : 'invalid'} conversion character`, token);
  }
  if (token.start !== at.end)
    p.reject(`${letter}-string: conversion type must come right after the exclamation mark`, span(at, token));
  if (token.text !== 's' && token.text !== 'r' && token.text !== 'a') {
    p.reject(`${letter}-string: invalid conversion character '${token.text}': expected 's', 'r', or 'a'`, token);
  }
  p.advance();
  return { code: token.text.charCodeAt(0), at };
}

function formatSpec(p: Parser, context: FieldContext): Expression {
  const colon = p.expect(':');
  const values: Expression[] = [];
  while (p.token.kind === Kind.formatMiddle || p.at('{')) {
    if (p.token.kind === Kind.formatMiddle) values.push(context.literalPart(p, context.isRaw, false));
    else replacementField(p, { ...context, letter: 'f' }, values);
  }
  return { nodeType: 'JoinedStr', ...p.from(colon), values };
}

function explainValue(p: Parser, { letter }: FieldContext): void {
  const { text } = p.token;
  if (text === '=' || text === '!' || text === ':' || text === '}') {
    p.reject(`${letter}-string: valid expression required before '${text}'`, p.token);
  }
  if (p.lookAhead(() => p.grammar.valueExpression(p)) === null)
    p.reject(`${letter}-string: expecting a valid expression after '{'`, p.token);
}

interface Found {
  readonly equals: Token | null;
  readonly conversion: Conversion;
  readonly format_spec: Expression | null;
}

/** The field goes on with something that cannot stand there. */
function missing(p: Parser, { letter }: FieldContext, { equals, conversion, format_spec }: Found): never {
  if (!p.isExplaining) return p.fail();
  const say = (what: string): never => p.reject(`${letter}-string: expecting ${what}`, p.token);
  if (format_spec !== null) return say("'}', or format specs");
  if (conversion.at !== null) return say("':' or '}'");
  return equals !== null ? say("'!', or ':', or '}'") : say("'=', or '!', or ':', or '}'");
}
