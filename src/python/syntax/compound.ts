/** Compound statements, except `try`, `with` and `match`. CPython: Grammar/python.gram, "compound_stmt" */
import { type Blocks, colon, elseBlock, fromTo } from './blocks.ts';
import { callArguments } from './call-arguments.ts';
import { matchStatement } from './match.ts';
import { functionParameters, typeParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { forTarget } from './targets.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, Statement } from './tree.ts';
import { tryStatement } from './try.ts';
import { withStatement } from './with.ts';

/** null when the next statement is a simple one. */
export function compoundStatement(p: Parser, blocks: Blocks): Statement | null {
  const { token } = p;
  if (token.kind === Kind.name) return token.text === 'match' ? matchStatement(p, blocks) : null;
  if (token.text === '@') return decorated(p, blocks);
  if (token.kind !== Kind.keyword) return null;
  switch (token.text) {
    case 'if':
      return ifStatement(p, blocks);
    case 'for':
      return forStatement(p, blocks, token);
    case 'while':
      return whileStatement(p, blocks);
    case 'try':
      return tryStatement(p, blocks);
    case 'with':
      return withStatement(p, blocks, token);
    case 'def':
      return functionDefinition(p, blocks, { start: token, decorators: [] });
    case 'class':
      return classDefinition(p, blocks, []);
    case 'async':
      return asyncStatement(p, blocks);
    default:
      return null;
  }
}

function asyncStatement(p: Parser, blocks: Blocks): Statement {
  const start = p.advance();
  switch (p.token.text) {
    case 'def':
      return functionDefinition(p, blocks, { start, decorators: [] });
    case 'for':
      return forStatement(p, blocks, start);
    case 'with':
      return withStatement(p, blocks, start);
    default:
      return p.fail();
  }
}

function ifStatement(p: Parser, blocks: Blocks): Statement {
  const start = p.advance();
  const test = p.grammar.namedExpression(p);
  colon(p);
  const body = blocks.block(p, { what: `'${start.text}' statement`, at: start });
  const orelse = p.at('elif') ? [ifStatement(p, blocks)] : elseBlock(p, blocks);
  return { nodeType: 'If', ...fromTo(start, orelse.at(-1) ?? body.at(-1) ?? start), test, body, orelse };
}

function whileStatement(p: Parser, blocks: Blocks): Statement {
  const start = p.advance();
  const test = p.grammar.namedExpression(p);
  colon(p);
  const body = blocks.block(p, { what: "'while' statement", at: start });
  const orelse = elseBlock(p, blocks);
  return { nodeType: 'While', ...fromTo(start, orelse.at(-1) ?? body.at(-1) ?? start), test, body, orelse };
}

function forStatement(p: Parser, blocks: Blocks, start: Token): Statement {
  const word = p.expect('for');
  const target = forTarget(p);
  p.expect('in');
  const iter = p.grammar.starExpressions(p);
  colon(p);
  const body = blocks.block(p, { what: "'for' statement", at: word });
  const orelse = elseBlock(p, blocks);
  const nodeType = start === word ? 'For' : 'AsyncFor';
  return { nodeType, ...fromTo(start, orelse.at(-1) ?? body.at(-1) ?? start), target, iter, body, orelse };
}

function decorated(p: Parser, blocks: Blocks): Statement {
  const decorators: Expression[] = [];
  while (p.take('@')) {
    decorators.push(p.grammar.namedExpression(p));
    p.expectKind(Kind.newline);
  }
  if (p.at('class')) return classDefinition(p, blocks, decorators);
  const start = p.token;
  if (p.at('async')) p.advance();
  return p.at('def') ? functionDefinition(p, blocks, { start, decorators }) : p.fail();
}

function functionDefinition(
  p: Parser,
  blocks: Blocks,
  { start, decorators }: { start: Token; decorators: Expression[] },
): Statement {
  const word = p.expect('def');
  const name = p.name();
  const type_params = p.attempt(() => typeParameters(p)) ?? [];
  p.expectForced('(');
  const args = functionParameters(p);
  p.expect(')');
  const { index } = p;
  const returns = p.take('->') ? p.optional(index, p.grammar.expression) : null;
  p.expectForced(':');
  const body = blocks.block(p, { what: 'function definition', at: word });
  const nodeType = start === word ? 'FunctionDef' : 'AsyncFunctionDef';
  return {
    nodeType,
    ...fromTo(start, body.at(-1) ?? start),
    name,
    args,
    body,
    decorator_list: decorators,
    returns,
    type_params,
  };
}

function classDefinition(p: Parser, blocks: Blocks, decorators: Expression[]): Statement {
  const start = p.advance();
  const name = p.name();
  const type_params = typeParameters(p);
  let bases: Expression[] = [];
  let keywords: ReturnType<typeof callArguments>['keywords'] = [];
  if (p.at('(')) {
    const open = p.advance();
    ({ args: bases, keywords } = callArguments(p, open, false));
    p.expect(')');
  }
  colon(p);
  const body = blocks.block(p, { what: 'class definition', at: start });
  return {
    nodeType: 'ClassDef',
    ...fromTo(start, body.at(-1) ?? start),
    name,
    bases,
    keywords,
    body,
    decorator_list: decorators,
    type_params,
  };
}
