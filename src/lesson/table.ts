/** The cards of a decision, as they are laid on the table. */
import { Prng } from '../lib/prng.ts';
import type { TraceEvent } from '../trace/events.ts';
import { type Trace, visitRows } from '../trace/trace.ts';
import { type Card, DECISIONS_MAX, type Decision } from './decisions.ts';

/** Shuffled, because a queue in its order would be the answer. Null: there is no choice, or the truth is not on the table. */
export function lay(decision: Decision): Decision | null {
  const { at, cards, truth } = decision;
  if (cards.length < 2 || !cards.some(({ id, isLegal }) => id === truth && isLegal)) return null;
  const prng = new Prng(at).fork('cards');
  const left = [...cards];
  const shuffled: Card[] = [];
  while (left.length > 0) shuffled.push(...left.splice(prng.below(left.length), 1));
  return { ...decision, cards: shuffled };
}

/** Asks at each event; `position` is the one before it. */
export function decisionsAlong(
  trace: Trace,
  decide: (event: TraceEvent, position: number) => Decision | null,
): readonly Decision[] {
  const found: Decision[] = [];
  visitRows(trace, (event, position) => {
    if (found.length >= DECISIONS_MAX) return;
    const decision = decide(event, position - 1);
    if (decision !== null) found.push(decision);
  });
  return found;
}
