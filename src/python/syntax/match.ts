/** `match`, a keyword only where it begins a match statement. CPython: Grammar/python.gram, "match_stmt" */
import { type Blocks, colon, fromTo } from './blocks.ts';
import { layoutProblem } from './layout-problem.ts';
import type { Parser } from './parser.ts';
import { patterns } from './patterns.ts';
import { Kind, type Token } from './tokens.ts';
import type { Expression, MatchCase, Statement } from './tree.ts';

/** null: a name like any other. */
export function matchStatement(p: Parser, blocks: Blocks): Statement | null {
  const start = p.token;
  const subject = p.attempt(() => head(p));
  if (subject === null) return null;
  if (!p.beginBlock()) {
    if (p.isExplaining)
      throw layoutProblem(p, `expected an indented block after 'match' statement on line ${start.lineno}`);
    p.fail();
  }
  const cases = [matchCase(p, blocks)];
  while (p.at('case')) cases.push(matchCase(p, blocks));
  p.endBlock();
  return { nodeType: 'Match', ...fromTo(start, cases.at(-1)?.body.at(-1) ?? start), subject, cases };
}

/** The line `match subject:`, which only a block may follow. */
function head(p: Parser): Expression {
  const start = p.advance();
  const subject = matchSubject(p);
  if (
    p.isExplaining &&
    p.token.kind === Kind.newline &&
    (p.peek().kind === Kind.indent || p.peek().kind === Kind.end) &&
    isLikelyMatch(start, subject)
  ) {
    p.reject("expected ':'", p.token);
  }
  p.expect(':');
  p.expectKind(Kind.newline);
  return subject;
}

/** `match (x)` in a line of its own is a call. */
function isLikelyMatch(start: Token, subject: Expression): boolean {
  return subject.lineno === start.lineno;
}

function matchSubject(p: Parser): Expression {
  const start = p.token;
  const first = p.grammar.starNamedExpression(p);
  if (!p.at(',')) return first.nodeType === 'Starred' ? p.fail() : first;
  const elts = [first];
  while (p.take(',')) {
    if (p.at(':')) break;
    elts.push(p.grammar.starNamedExpression(p));
  }
  return { nodeType: 'Tuple', ...p.from(start), elts, ctx: 'Load' };
}

function matchCase(p: Parser, blocks: Blocks): MatchCase {
  const start = p.expect('case');
  const pattern = patterns(p);
  const guard = p.take('if') ? p.grammar.namedExpression(p) : null;
  colon(p);
  return { pattern, guard, body: blocks.block(p, { what: "'case' statement", at: start }) };
}
