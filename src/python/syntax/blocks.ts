/** What all compound statements share: the colon, the block behind it, `else`. */
import type { Parser } from './parser.ts';
import { Kind, type Token } from './tokens.ts';
import type { Statement } from './tree.ts';

export interface Blocks {
  block(p: Parser, opening: { what: string | null; at: Token }): Statement[];
}

/** A colon that people forget at the end of the line. */
export function colon(p: Parser): void {
  if (p.isExplaining && p.token.kind === Kind.newline) p.reject("expected ':'", p.token);
  p.expect(':');
}

/** A statement ends where its last statement ends, not with the line. */
export function fromTo(
  start: Token,
  last: { readonly end_lineno: number; readonly end_col_offset: number },
): ReturnType<Parser['from']> {
  return {
    lineno: start.lineno,
    col_offset: start.col_offset,
    end_lineno: last.end_lineno,
    end_col_offset: last.end_col_offset,
  };
}

export function elseBlock(p: Parser, blocks: Blocks): Statement[] {
  if (!p.at('else')) return [];
  const start = p.advance();
  p.expectForced(':');
  const body = blocks.block(p, { what: "'else' statement", at: start });
  if (p.isExplaining && p.at('elif')) p.reject("'elif' block follows an 'else' block", p.token);
  return body;
}
