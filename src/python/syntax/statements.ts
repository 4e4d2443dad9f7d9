/** Statements. CPython: Grammar/python.gram, "statements", "simple_stmt" */
import { assignmentOrExpression } from './assignments.ts';
import { compoundStatement } from './compound.ts';
import { importFrom, importNames } from './imports.ts';
import { layoutProblem } from './layout-problem.ts';
import { typeParameters } from './parameters.ts';
import type { Parser } from './parser.ts';
import { asTarget, describe, invalidTarget } from './targets.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, Statement } from './tree.ts';

/** One line of simple statements or one compound statement. */
export function statement(p: Parser, into: Statement[]): void {
  const compound = compoundStatement(p, { block });
  if (compound !== null) into.push(compound);
  else simpleStatements(p, into);
}

function simpleStatements(p: Parser, into: Statement[]): void {
  into.push(simpleStatement(p));
  while (p.take(';')) {
    if (p.token.kind === Kind.newline) break;
    into.push(simpleStatement(p));
  }
  p.expectKind(Kind.newline);
}

interface Opening {
  /** How CPython names what the block belongs to: "'if' statement"; null: not at all. */
  readonly what: string | null;
  readonly at: Token;
}

/** What follows a colon: an indented block, or simple statements in the same line. */
function block(p: Parser, opening: Opening): Statement[] {
  const body: Statement[] = [];
  if (p.token.kind !== Kind.newline) {
    simpleStatements(p, body);
    return body;
  }
  p.advance();
  if (!p.beginBlock()) missingBlock(p, opening);
  while (!p.atBlockEnd()) statement(p, body);
  p.endBlock();
  return body;
}

function missingBlock(p: Parser, { what, at }: Opening): never {
  if (!p.isExplaining) return p.fail();
  const owner = what === null ? '' : ` after ${what} on line ${at.lineno}`;
  throw layoutProblem(p, `expected an indented block${owner}`);
}

function simpleStatement(p: Parser): Statement {
  const start = p.token;
  if (start.kind !== Kind.keyword) return isTypeAlias(p) ? typeAlias(p) : assignmentOrExpression(p);
  switch (start.text) {
    case 'return': {
      p.advance();
      const value = isStatementEnd(p) ? null : p.grammar.starExpressions(p);
      return { nodeType: 'Return', ...p.from(start), value };
    }
    case 'import':
      return importNames(p);
    case 'from':
      return importFrom(p);
    case 'raise':
      return raise(p);
    case 'pass':
      p.advance();
      return { nodeType: 'Pass', ...p.from(start) };
    case 'break':
      p.advance();
      return { nodeType: 'Break', ...p.from(start) };
    case 'continue':
      p.advance();
      return { nodeType: 'Continue', ...p.from(start) };
    case 'del':
      return deletion(p);
    case 'assert':
      return assertion(p);
    case 'global':
      return { nodeType: 'Global', ...names(p) };
    case 'nonlocal':
      return { nodeType: 'Nonlocal', ...names(p) };
    default:
      return assignmentOrExpression(p);
  }
}

function isStatementEnd(p: Parser): boolean {
  return p.token.kind === Kind.newline || p.at(';');
}

function raise(p: Parser): Statement {
  const start = p.advance();
  if (isStatementEnd(p)) return { nodeType: 'Raise', ...p.from(start), exc: null, cause: null };
  const exc = p.grammar.expression(p);
  const cause = p.take('from') ? p.grammar.expression(p) : null;
  return { nodeType: 'Raise', ...p.from(start), exc, cause };
}

function names(p: Parser): { names: string[] } & ReturnType<Parser['from']> {
  const start = p.advance();
  const found = [p.name()];
  while (p.take(',')) found.push(p.name());
  return { ...p.from(start), names: found };
}

function assertion(p: Parser): Statement {
  const start = p.advance();
  const test = p.grammar.expression(p);
  const msg = p.take(',') ? p.grammar.expression(p) : null;
  return { nodeType: 'Assert', ...p.from(start), test, msg };
}

function deletion(p: Parser): Statement {
  const start = p.advance();
  const first = p.token;
  const node = p.grammar.starExpressions(p);
  const invalid = invalidTarget(node, true);
  if (invalid !== null) return p.isExplaining ? p.reject(`cannot delete ${describe(invalid)}`, invalid) : p.fail();
  if (!isStatementEnd(p)) p.fail();
  return { nodeType: 'Delete', ...p.from(start), targets: deletionTargets(node, first) };
}

/** `del a, b` has two targets, `del (a, b)` one. */
function deletionTargets(node: Expression, first: Token): Expression[] {
  asTarget(node, 'Del');
  const isBare =
    node.nodeType === 'Tuple' && !(first.text === '(' && startsAt(node, first) && !startsAt(node.elts[0], first));
  return isBare && node.nodeType === 'Tuple' ? node.elts : [node];
}

function startsAt(node: Expression | undefined, { lineno, col_offset }: Token): boolean {
  return node !== undefined && node.lineno === lineno && node.col_offset === col_offset;
}

function isTypeAlias(p: Parser): boolean {
  if (p.token.text !== 'type' || p.peek().kind !== Kind.name) return false;
  p.lookedAt(2);
  return p.peek(2).text === '=' || p.peek(2).text === '[';
}

function typeAlias(p: Parser): Statement {
  const start = p.advance();
  const nameAt = p.token;
  const id = p.name();
  const name: Expression = { nodeType: 'Name', ...p.from(nameAt), id, ctx: 'Store' };
  const type_params = typeParameters(p);
  p.expect('=');
  const value = p.grammar.expression(p);
  return { nodeType: 'TypeAlias', ...p.from(start), name, type_params, value };
}
