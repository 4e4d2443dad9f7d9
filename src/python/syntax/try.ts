/** `try`. CPython: Grammar/python.gram, "try_stmt", "except_block", "except_star_block" */
import { type Blocks, elseBlock, fromTo } from './blocks.ts';
import { layoutProblem } from './layout-problem.ts';
import { type Parser, span } from './parser.ts';
import { describe } from './targets.ts';
import { Kind, type Token } from './tokens.ts';
import type { ExceptHandler, Expression, ExpressionOf, Statement } from './tree.ts';

export function tryStatement(p: Parser, blocks: Blocks): Statement {
  const start = p.advance();
  p.expectForced(':');
  const body = blocks.block(p, { what: "'try' statement", at: start });
  if (!p.at('except') && !p.at('finally')) {
    if (p.isExplaining) throw layoutProblem(p, "expected 'except' or 'finally' block", 'SyntaxError');
    p.fail();
  }
  const isStar = p.at('except') && p.peek().text === '*';
  const handlers: ExceptHandler[] = [];
  while (p.at('except')) {
    if ((p.peek().text === '*') !== isStar) mixed(p, !isStar);
    handlers.push(exceptClause(p, blocks, isStar));
  }
  const orelse = handlers.length > 0 ? elseBlock(p, blocks) : [];
  const finalbody = finallyBlock(p, blocks);
  const end = finalbody.at(-1) ?? orelse.at(-1) ?? handlers.at(-1) ?? start;
  return { nodeType: isStar ? 'TryStar' : 'Try', ...fromTo(start, end), body, handlers, orelse, finalbody };
}

function mixed(p: Parser, isStar: boolean): never {
  if (!p.isExplaining) return p.fail();
  const start = p.advance();
  const end = isStar ? p.advance() : start;
  if (isStar || !p.at(':')) p.grammar.expression(p);
  if (p.take('as')) p.name();
  p.expect(':');
  return p.reject("cannot have both 'except' and 'except*' on the same 'try'", span(start, end));
}

function finallyBlock(p: Parser, blocks: Blocks): Statement[] {
  if (!p.at('finally')) return [];
  const start = p.advance();
  p.expectForced(':');
  return blocks.block(p, { what: "'finally' statement", at: start });
}

function exceptClause(p: Parser, blocks: Blocks, isStar: boolean): ExceptHandler {
  const start = p.advance();
  if (isStar) p.expect('*');
  if (isStar && p.isExplaining && (p.at(':') || p.token.kind === Kind.newline)) {
    p.reject('expected one or more exception types', p.token);
  }
  const type = (p.at(':') && !isStar) || p.token.kind === Kind.newline ? null : exceptionTypes(p);
  const name = type !== null && p.take('as') ? handlerName(p, isStar) : null;
  if (p.isExplaining && p.token.kind === Kind.newline) p.reject("expected ':'", p.token);
  p.expect(':');
  const isBare = type?.nodeType === 'Tuple' && isWithoutBrackets(type);
  const what = isBare ? null : `'except${isStar ? '*' : ''}' statement`;
  const body = blocks.block(p, { what, at: start });
  return { nodeType: 'ExceptHandler', ...fromTo(start, body.at(-1) ?? start), type, name, body };
}

function handlerName(p: Parser, isStar: boolean): string {
  if (p.token.kind === Kind.name && p.peek().text !== ':' && p.isExplaining) {
    p.lookAhead(() => {
      const node = p.grammar.expression(p);
      if (node.nodeType !== 'Name' && p.at(':'))
        p.reject(`cannot use except${isStar ? '*' : ''} statement with ${describe(node)}`, node);
    });
  }
  return p.name();
}

/** Since 3.14 several types need no brackets, unless the exception gets a name. */
function exceptionTypes(p: Parser): Expression {
  const start: Token = p.token;
  const first = p.grammar.expression(p);
  if (!p.at(',')) return first;
  const elts = [first];
  while (p.take(',')) {
    if (p.at(':')) break;
    elts.push(p.grammar.expression(p));
  }
  if (p.at('as')) namedTypes(p, first);
  return { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Load' };
}

function isWithoutBrackets({ elts, lineno, col_offset }: ExpressionOf<'Tuple'>): boolean {
  const [first] = elts;
  return first !== undefined && first.lineno === lineno && first.col_offset === col_offset;
}

function namedTypes(p: Parser, first: Expression): never {
  if (!p.isExplaining) return p.fail();
  p.advance();
  p.name();
  return p.reject("multiple exception types must be parenthesized when using 'as'", span(first, p.last));
}
