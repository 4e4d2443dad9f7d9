/** `for … in … if …` within brackets. CPython: Grammar/python.gram, "for_if_clauses" */
import type { Parser } from './parser.ts';
import { forTarget } from './targets.ts';
import type { Comprehension, Expression } from './tree.ts';

export function comprehensionClauses(p: Parser): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (p.at('for') || (p.at('async') && p.peek().text === 'for')) clauses.push(clause(p));
  return clauses.length === 0 ? p.fail() : clauses;
}

function clause(p: Parser): Comprehension {
  const is_async = p.take('async');
  p.expect('for');
  const target = forTarget(p);
  if (!p.at('in')) {
    if (p.isExplaining) p.reject("'in' expected after for-loop variables", p.token);
    p.fail();
  }
  p.advance();
  const iter = p.grammar.disjunction(p);
  const ifs: Expression[] = [];
  while (p.take('if')) ifs.push(p.grammar.disjunction(p));
  return { target, iter, ifs, is_async };
}
