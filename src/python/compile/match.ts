/** The `match` statement. CPython: Python/codegen.c, codegen_match_inner */
import type { MatchCase, StatementOf } from '../syntax/tree.ts';
import { type Compiler, emit, emitJump, newLabel, place, recordLine } from './compiler.ts';
import { variable } from './names.ts';
import * as Op from './op.ts';
import { emitFailures, failLabel, isWildcard, newPatternContext, pattern } from './patterns.ts';

export function matchStatement(c: Compiler, node: StatementOf<'Match'>): void {
  c.expression(node.subject);
  const end = newLabel(c);
  const { cases } = node;
  const last = cases.at(-1);
  const hasDefault = last !== undefined && isWildcard(last.pattern) && cases.length > 1;
  const tested = hasDefault ? cases.length - 1 : cases.length;
  cases.slice(0, tested).forEach((clause, index) => {
    const isLast = index === tested - 1;
    matchCase(c, clause, { isLast, isVeryLast: index === cases.length - 1, end });
  });
  if (hasDefault) defaultCase(c, last, end);
  place(c, end);
}

interface CaseContext {
  /** No other case needs the subject, so it is not copied. */
  readonly isLast: boolean;
  /** Nothing follows, not even a wildcard. */
  readonly isVeryLast: boolean;
  readonly end: ReturnType<typeof newLabel>;
}

function matchCase(c: Compiler, clause: MatchCase, { isLast, isVeryLast, end }: CaseContext): void {
  const at = clause.pattern;
  recordLine(c, at);
  if (!isLast) emit(c, Op.COPY, 1, at);
  const context = newPatternContext(clause.guard !== null || isVeryLast);
  pattern(c, clause.pattern, context);
  for (const name of context.stores) variable(c, name, 'store', at);
  if (clause.guard) c.jumpIf(clause.guard, failLabel(c, context, 0), false);
  if (!isLast) emit(c, Op.POP_TOP, 0, at);
  c.statements(clause.body);
  emitJump(c, Op.JUMP, end, null);
  emitFailures(c, context, at);
}

/** A trailing `case _` needs no subject. */
function defaultCase(c: Compiler, clause: MatchCase, end: ReturnType<typeof newLabel>): void {
  recordLine(c, clause.pattern);
  if (clause.guard) c.jumpIf(clause.guard, end, false);
  c.statements(clause.body);
}
