/** `for … in … if …` within brackets. CPython: Grammar/python.gram, "for_if_clauses" */
import type { Parser } from './parser.ts';
import { forTarget } from './targets.ts';
import type { Comprehension, Expression } from './tree.ts';

export function comprehensionClauses(p: Parser): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (p.at('for') || isAsync(p)) clauses.push(clause(p));
  return clauses.length === 0 ? p.fail() : clauses;
}

function isAsync(p: Parser): boolean {
  if (!p.at('async')) return false;
  p.lookedAt(1);
  return p.peek().text === 'for';
}

/** invalid_for_if_clause: asked before it is asked whether the variables can be assigned to. */
function explainIn(p: Parser): void {
  p.lookAhead(() => {
    p.grammar.bitwiseOr(p);
    while (p.take(',')) if (p.optional(p.index, p.grammar.bitwiseOr) === null) break;
    if (!p.at('in')) p.reject("'in' expected after for-loop variables", p.furthestToken);
  });
}

function clause(p: Parser): Comprehension {
  const is_async = p.take('async');
  p.expect('for');
  if (p.isExplaining) explainIn(p);
  const target = forTarget(p);
  p.expect('in');
  const iter = p.grammar.disjunction(p);
  const ifs: Expression[] = [];
  while (p.take('if')) ifs.push(p.grammar.disjunction(p));
  return { target, iter, ifs, is_async };
}
